import { isSensitiveName } from '../../../shared/domain/sensitive-names.ts';
import type { SecretUse } from './found-secrets.ts';
import { liftText, type LiftContext } from './lift-context.ts';

/** A field of a JSON text with a text for its value: everything before the value, the name, and the value as it is written. */
const TEXT_FIELD = /("((?:[^"\\\n]|\\.){1,200})"\s{0,200}:\s{0,200}")((?:[^"\\]|\\.)*)"/g;

/** Lifts the values of fields with secret-like names out of a JSON text, which otherwise stays byte for byte as it is. */
export function liftJsonText(text: string, use: SecretUse, context: LiftContext): string {
  const start = text.trimStart().charAt(0);
  if (start !== '{' && start !== '[') return text;
  return replaceSecretFields(text, (plain, name) => liftText(plain, { ...use, label: name }, context));
}

/** `change` gets the value of each field with a secret-like name, and its name. */
export function replaceSecretFields(text: string, change: (value: string, name: string) => string): string {
  return text.replace(
    TEXT_FIELD,
    (whole: string, ...[lead = '', name = '', written = '']: readonly string[]) => {
      const plain = isSensitiveName(name) ? unescaped(written) : null;
      const changed = plain === null ? null : change(plain, name);
      return changed === null || changed === plain ? whole : `${lead}${changed}"`;
    },
  );
}

function unescaped(written: string): string | null {
  try {
    return String(JSON.parse(`"${written}"`));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
