import type { SigningDecision } from '../../shared/domain/signing-decision.ts';
import type { HeaderField } from './composed-request.ts';
import type { ChainLink, HopLoopInput } from './hop-loop.ts';
import type { SenderParts } from './send-request.ts';
import { isServerUnproven } from './unchecked.ts';
import { decideSigning, reasonOfOpeningFailure, withhold } from './sign-hop.ts';

/** The decision about a hop's key, and the header fields that the hop carries because of it. */
export interface OpenedKey {
  readonly decision: SigningDecision;
  readonly headers: readonly HeaderField[];
}

/**
 * Decides about the key and, only when nothing else withholds it, opens its secret and puts it into the service's header. From that
 * moment the redactor masks it. A secret that no header could carry counts as damaged.
 */
export function openKey(link: ChainLink, input: HopLoopInput, parts: SenderParts): OpenedKey {
  const { request, chain, address } = link;
  const hop = {
    method: request.method,
    origin: address.origin,
    headers: request.headers,
    isServerUnproven: isServerUnproven(request.url, input, parts.routes),
  };
  const decision = decideSigning(hop, chain, parts.signingKeys);
  if (decision.kind !== 'sent') return { decision, headers: request.headers };
  const opened = parts.signingKeys.openSecret(decision.apiKeyId);
  if (!opened.ok) {
    const reason = reasonOfOpeningFailure(opened.error.code);
    return { decision: withhold(decision, reason, hop), headers: request.headers };
  }
  const secret = opened.value;
  input.redactor.add(secret, decision.mask);
  if (!/^[\x21-\x7e]([\t\x20-\x7e]*[\x21-\x7e])?$/.test(secret)) {
    return { decision: withhold(decision, 'secret-damaged', hop), headers: request.headers };
  }
  const { name, before, after } = request.keyHeader ?? { name: decision.headerName, before: '', after: '' };
  return { decision, headers: [{ name, value: `${before}${secret}${after}` }, ...request.headers] };
}
