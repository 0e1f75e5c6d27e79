import type { ApiKey } from '../../shared/domain/api-key.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { KeyChoice } from '../../shared/domain/http-request.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { SigningDecision } from '../../shared/domain/signing-decision.ts';
import type { KeyChosen, SigningKeys } from '../keys/signing-keys.ts';
import { worded, type Worded } from '../told.ts';

type UnsignedDecision = Extract<SigningDecision, { kind: 'unsigned' }>;
type KeyDirectory = Pick<SigningKeys, 'services' | 'findKey' | 'defaultKeyOf' | 'isExpired' | 'chosen'>;

export interface KeyWish {
  readonly keyChoice: KeyChoice;
  /** The service of the collection that the request stands in. */
  readonly collectionServiceId: string | null;
}

/** Which key is meant for a request to this origin, whether or not it may go there. */
export function chooseKey(wish: KeyWish, origin: string, keys: KeyDirectory): KeyChosen {
  const choice = wish.keyChoice;
  switch (choice.kind) {
    case 'none':
      return unsigned(origin, 'no-key-chosen', worded('noKeyChosen'));
    case 'key': {
      const apiKey = keys.findKey(choice.apiKeyId);
      if (apiKey === null) return { kind: 'missing', apiKeyId: choice.apiKeyId };
      return { kind: 'chosen', apiKey, service: serviceOf(apiKey, keys) };
    }
    // It names no key that is known here; nothing goes in its stead.
    case 'named':
      return { kind: 'missing', apiKeyId: '' };
    case 'automatic':
      return rememberedChoice(origin, wish.collectionServiceId, keys);
    default:
      return assertNever(choice);
  }
}

export function serviceOf(apiKey: ApiKey, keys: Pick<SigningKeys, 'services'>): Service | null {
  return keys.services().find((service) => service.id === apiKey.serviceId) ?? null;
}

function rememberedChoice(origin: string, collectionServiceId: string | null, keys: KeyDirectory): KeyChosen {
  const about = collectionServiceId === null ? origin : `${collectionServiceId}\n${origin}`;
  const known = keys.chosen?.().get(about);
  if (known?.kind === 'chosen' && !keys.isExpired(known.apiKey)) return known;
  const found = chooseByOrigin(origin, collectionServiceId, keys);
  // Asked for anew: looking may have written down that a key has ended.
  if (found.kind === 'chosen') keys.chosen?.().set(about, found);
  return found;
}

function chooseByOrigin(origin: string, collectionServiceId: string | null, keys: KeyDirectory): KeyChosen {
  const naming = keys.services().filter((service) => service.origins.includes(origin));
  const first = naming[0];
  if (first === undefined) {
    const allowed = defaultKeysAllowedAt(origin, keys);
    // Between several there is a choice to make, and it is the person's.
    if (allowed.length === 1 && allowed[0] !== undefined) return allowed[0];
    return unsigned(origin, 'no-service-for-origin', worded('noServiceForOrigin', { origin }));
  }
  const ofCollection = naming.find((service) => service.id === collectionServiceId);
  for (const service of ofCollection === undefined ? naming : [ofCollection]) {
    const apiKey = keys.defaultKeyOf(service.id);
    if (apiKey !== null) return { kind: 'chosen', apiKey, service };
  }
  const { name, keyCount } = ofCollection ?? first;
  if (keyCount === 0)
    return unsigned(origin, 'service-without-keys', worded('serviceWithoutKeys', { service: name }));
  return unsigned(origin, 'service-without-default-key', worded('serviceWithoutDefault', { service: name }));
}

/** Default keys whose own further origins hold this one. */
function defaultKeysAllowedAt(
  origin: string,
  keys: KeyDirectory,
): readonly Extract<KeyChosen, { kind: 'chosen' }>[] {
  return keys.services().flatMap((service) => {
    const apiKey = keys.defaultKeyOf(service.id);
    return apiKey?.extraOrigins.includes(origin) === true
      ? [{ kind: 'chosen' as const, apiKey, service }]
      : [];
  });
}

function unsigned(origin: string, reason: UnsignedDecision['reason'], { message, told }: Worded): KeyChosen {
  return { kind: 'unsigned', decision: { kind: 'unsigned', origin, reason, message, told } };
}
