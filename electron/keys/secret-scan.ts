import { KEY_SHAPE } from '../requests/key-shapes.ts';
import { isTelling } from '../requests/secret-variables.ts';
import { fixedForms } from '../requests/secret-forms.ts';
import { unescapedText } from '../requests/unescaped-text.ts';
import type { KeyContext } from './key-context.ts';
import { listSealed, type SealedKind } from './sealed-secret-rows.ts';

/** Looks for secrets in what is about to leave Keyfob as a text: an export, a snippet. */
export interface SecretScan {
  /**
   * Whether the text holds something shaped like a key, or a value that Keyfob keeps sealed, also encoded or escaped.
   * While the vault is locked only the shapes can be told.
   */
  holdsSecret(text: string): boolean;
}

/** Shorter values are words: they would be found in any text. Also the length by which forms are looked up. */
const LEAD = 8;

/**
 * Opens the secrets for the time of a scan alone. Ten thousand of them and a megabyte of text take well under a second.
 * What is looked for: see `SealedKind`.
 */
export function createSecretScan(
  { ledger, vault }: Pick<KeyContext, 'ledger' | 'vault'>,
  what: SealedKind = 'everything',
): SecretScan {
  const formsByLead = (): ReadonlyMap<string, readonly string[]> => {
    const byLead = new Map<string, string[]>();
    for (const { apiKeyId, version, sealed } of listSealed(ledger, what)) {
      const opened = vault.unseal(sealed, { apiKeyId, version });
      if (!opened.ok || opened.value.length < LEAD) continue;
      if (mayBeWord(apiKeyId) && !isTelling(opened.value)) continue;
      for (const form of fixedForms(opened.value)) {
        const lead = form.slice(0, LEAD);
        const known = byLead.get(lead);
        if (known === undefined) byLead.set(lead, [form]);
        else known.push(form);
      }
    }
    return byLead;
  };

  return {
    holdsSecret(text) {
      const plain = unescapedText(text);
      const texts = plain === text ? [text] : [text, plain];
      if (texts.some((each) => each.search(KEY_SHAPE) !== -1)) return true;
      const forms = formsByLead();
      return forms.size > 0 && texts.some((each) => holdsForm(each, forms));
    },
  };
}

/** The value of a variable and a password may be a word, which a key never is. */
function mayBeWord(id: string): boolean {
  return id.startsWith('variable:') || id.startsWith('network:') || id.startsWith('local:');
}

/** One pass over the text, however many secrets there are. */
function holdsForm(text: string, formsByLead: ReadonlyMap<string, readonly string[]>): boolean {
  for (let start = 0; start + LEAD <= text.length; start += 1) {
    const forms = formsByLead.get(text.slice(start, start + LEAD));
    if (forms?.some((form) => text.startsWith(form, start))) return true;
  }
  return false;
}
