import type { AppErrorCode } from '../../shared/domain/app-error.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import { isSafeMethod, type HttpMethod, type KeyChoice } from '../../shared/domain/http-request.ts';
import { isTrustworthyOrigin } from '../../shared/domain/origin.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { SigningDecision, WithheldReason } from '../../shared/domain/signing-decision.ts';
import type { KeyChosen, SigningKeys } from '../keys/signing-keys.ts';
import { chooseKey, serviceOf } from './choose-key.ts';
import type { HeaderField, KeyHeader } from './composed-request.ts';
import { withheldText } from './withheld-text.ts';

export type SentDecision = Extract<SigningDecision, { kind: 'sent' }>;
export type WithheldDecision = Extract<SigningDecision, { kind: 'withheld' }>;

/** The part of a hop that decides about the key. `headers` are those that the hop would carry beside the key. */
export interface HopToSign {
  readonly method: HttpMethod;
  readonly origin: string;
  readonly headers: readonly HeaderField[];
  /** Whether the server's certificate is not checked, and the person did not confirm that keys may go there in spite of it. */
  readonly isServerUnproven: boolean;
}

/** What the hops before this one settled. A chain never takes up a key on its way, nor another one. */
export type SigningChain =
  | { readonly kind: 'start'; readonly keyChoice: KeyChoice; readonly collectionServiceId: string | null }
  | {
      readonly kind: 'continued';
      readonly first: SigningDecision;
      /** Whether any hop went to an origin to which the key is not bound. */
      readonly hasVisitedForeignOrigin: boolean;
    };

export type KeySource = Pick<SigningKeys, 'services' | 'findKey' | 'defaultKeyOf' | 'isExpired' | 'chosen'>;

/**
 * Decides about the key for one hop, without opening its secret. The rules, in order: which key (the request's choice, else the
 * default of the collection's service where the origin is its, else the default of the service that names the origin, else the
 * one default key that was allowed to go there), then
 * redirect, origin, transport, certificate, status, read-only guard with the hop's own method, header conflict. Whatever is not allowed is
 * withheld. `sent` means that nothing but the opening of the secret stands against it.
 */
export function decideSigning(hop: HopToSign, chain: SigningChain, keys: KeySource): SigningDecision {
  if (chain.kind === 'continued') return decideRedirected(hop, chain, keys);
  const chosen = chooseKey(chain, hop.origin, keys);
  switch (chosen.kind) {
    case 'unsigned':
      return chosen.decision;
    case 'missing':
      return missingKey(chosen.apiKeyId, hop);
    case 'chosen':
      return decideForKey(hop, chosen, keys);
  }
}

/** The chain after a hop with this decision. */
export function continueChain(chain: SigningChain, decision: SigningDecision): SigningChain {
  const isForeign = decision.kind === 'withheld' && decision.reason === 'redirected-to-other-origin';
  if (chain.kind === 'start') return { kind: 'continued', first: decision, hasVisitedForeignOrigin: false };
  return { ...chain, hasVisitedForeignOrigin: chain.hasVisitedForeignOrigin || isForeign };
}

/** Why a secret that did not open withholds the key. */
export function reasonOfOpeningFailure(code: AppErrorCode): WithheldReason {
  switch (code) {
    case 'secret-damaged':
      return 'secret-damaged';
    case 'key-revoked':
      return 'key-revoked';
    case 'key-expired':
      return 'key-expired';
    case 'key-disabled':
      return 'key-disabled';
    case 'key-without-secret':
    case 'not-found':
      return 'key-missing';
    default:
      return 'vault-unreadable';
  }
}

/** The same decision, turned into a withheld one. */
export function withhold(
  decision: SentDecision,
  reason: WithheldReason,
  {
    method,
    serviceName = '',
    isBackAtOwnOrigin = false,
  }: { readonly method: string; readonly serviceName?: string; readonly isBackAtOwnOrigin?: boolean },
): WithheldDecision {
  const situation = {
    keyName: decision.apiKeyName,
    serviceName,
    headerName: decision.headerName,
    origin: decision.origin,
    method,
    isBackAtOwnOrigin,
  };
  return { ...decision, kind: 'withheld', reason, ...withheldText(reason, situation) };
}

function decideRedirected(
  hop: HopToSign,
  chain: Extract<SigningChain, { kind: 'continued' }>,
  keys: KeySource,
): SigningDecision {
  const { first } = chain;
  if (first.kind !== 'sent') return { ...first, origin: hop.origin };
  const apiKey = keys.findKey(first.apiKeyId);
  if (apiKey === null) return missingKey(first.apiKeyId, hop);
  const service = serviceOf(apiKey, keys);
  const isNamed = isBound(apiKey, service, hop.origin);
  if (!isNamed || chain.hasVisitedForeignOrigin)
    return withhold(sentDecision(apiKey, service, hop), 'redirected-to-other-origin', {
      method: hop.method,
      serviceName: nameOf(service),
      isBackAtOwnOrigin: isNamed,
    });
  return decideForKey(hop, { kind: 'chosen', apiKey, service }, keys);
}

function decideForKey(
  hop: HopToSign,
  { apiKey, service }: Extract<KeyChosen, { kind: 'chosen' }>,
  keys: KeySource,
): SigningDecision {
  const sent = sentDecision(apiKey, service, hop);
  const reason = withheldReason(hop, { apiKey, service }, keys);
  return reason === null
    ? sent
    : withhold(sent, reason, { method: hop.method, serviceName: nameOf(service) });
}

const METHOD_OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];

/** Whether the hop may change something at the server: by its method, or by a header that servers take for another method. */
function mayWrite({ method, headers }: HopToSign): boolean {
  return !isSafeMethod(method) || headers.some(({ name }) => METHOD_OVERRIDES.includes(name.toLowerCase()));
}

function withheldReason(
  hop: HopToSign,
  { apiKey, service }: { readonly apiKey: ApiKey; readonly service: Service | null },
  keys: KeySource,
): WithheldReason | null {
  if (service === null || !isBound(apiKey, service, hop.origin)) return 'origin-not-bound';
  if (!isTrustworthyOrigin(hop.origin)) return 'insecure-transport';
  if (hop.isServerUnproven) return 'server-unproven';
  if (keys.isExpired(apiKey)) return 'key-expired';
  if (apiKey.isDisabled) return 'key-disabled';
  if (apiKey.isReadOnly && mayWrite(hop)) return 'key-read-only';
  const headerName = service.headerName.toLowerCase();
  if (hop.headers.some((header) => header.name.toLowerCase() === headerName)) return 'header-conflict';
  return null;
}

/** The origins of the key's service, and those that the person allowed for this key alone. */
function isBound(apiKey: ApiKey, service: Service | null, origin: string): boolean {
  return service !== null && (service.origins.includes(origin) || apiKey.extraOrigins.includes(origin));
}

function sentDecision(apiKey: ApiKey, service: Service | null, hop: HopToSign): SentDecision {
  return {
    kind: 'sent',
    apiKeyId: apiKey.id,
    apiKeyName: apiKey.name,
    mask: apiKey.mask,
    headerName: service?.headerName ?? 'X-API-Key',
    origin: hop.origin,
  };
}

function missingKey(apiKeyId: string, hop: HopToSign): WithheldDecision {
  const sent: SentDecision = {
    kind: 'sent',
    apiKeyId,
    apiKeyName: '',
    mask: '',
    headerName: 'X-API-Key',
    origin: hop.origin,
  };
  return withhold(sent, 'key-missing', hop);
}

function nameOf(service: Service | null): string {
  return service?.name ?? '';
}

/** Whether a typed key header is the one that the key's service reads (field names ignore case: RFC 9110, 5.1). */
export function isKeyHeaderOf(keyHeader: KeyHeader, headerName: string): boolean {
  return keyHeader.name.toLowerCase() === headerName.toLowerCase();
}
