import type { RequestDraft } from '../../../shared/domain/http-request.ts';
import type { SigningDecision, WithheldReason } from '../../../shared/domain/signing-decision.ts';
import type { RequestsTexts } from '../../../shared/texts/en/requests.ts';

export type WithheldDecision = Extract<SigningDecision, { readonly kind: 'withheld' }>;

/** What can be done at once about a withheld key, besides sending without it. */
export type WithheldRemedy =
  | { readonly kind: 'open-keys'; readonly label: string; readonly apiKeyId: string }
  | { readonly kind: 'retry-vault'; readonly label: string }
  | { readonly kind: 'change'; readonly label: string; readonly change: Partial<RequestDraft> }
  | { readonly kind: 'choose-key'; readonly label: string }
  /** Asked once more by the main process. */
  | { readonly kind: 'allow-unchecked'; readonly label: string; readonly origin: string };

const AT_THE_KEY: ReadonlySet<WithheldReason> = new Set([
  'key-expired',
  'key-disabled',
  'key-revoked',
  'key-missing',
  'key-read-only',
  'secret-damaged',
]);

/** The ways out of a withheld key, the likeliest first. */
export function withheldRemedies(
  decision: WithheldDecision,
  draft: RequestDraft,
  texts: RequestsTexts,
): readonly WithheldRemedy[] {
  const { reason, apiKeyId, headerName } = decision;
  const choose: WithheldRemedy = { kind: 'choose-key', label: texts.remedies.another };
  if (AT_THE_KEY.has(reason)) return [{ kind: 'open-keys', label: texts.remedies.toKeys, apiKeyId }, choose];
  if (reason === 'vault-unreadable') return [{ kind: 'retry-vault', label: texts.remedies.retryKeychain }];
  if (reason === 'header-conflict') {
    const headers = draft.headers.filter(
      ({ name }) => name.trim().toLowerCase() !== headerName.toLowerCase(),
    );
    return [{ kind: 'change', label: texts.remedies.removeTyped(headerName), change: { headers } }];
  }
  if (reason === 'server-unproven') {
    const settings = { ...draft.settings, verifyCertificates: true };
    const check: WithheldRemedy = {
      kind: 'change',
      label: texts.remedies.checkCertificate,
      change: { settings },
    };
    // Through a proxy that the request names, allowing the origin changes nothing.
    if (draft.settings.proxy === 'other') return [check];
    return [check, { kind: 'allow-unchecked', label: texts.remedies.allow, origin: decision.origin }];
  }
  if (reason === 'insecure-transport' && /^http:\/\//i.test(draft.url)) {
    return [
      {
        kind: 'change',
        label: texts.remedies.https,
        change: { url: draft.url.replace(/^http:/i, 'https:') },
      },
    ];
  }
  return [choose];
}
