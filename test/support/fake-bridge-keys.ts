import { apiKeyStatus, maskOf, needsAttention, type ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { expiryInstant, graceDuration, isExpired, type ExpiryChoice } from '../../shared/domain/expiry.ts';
import type { KeyPage, KeyPageRequest } from '../../shared/domain/key-list.ts';
import { isVerifiable } from '../../shared/domain/service.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

interface NewKey {
  readonly name: string;
  readonly serviceId: string;
  readonly expiry: ExpiryChoice;
}

/** The key commands: as the real ones answer them, without any sealing. */
export function fakeKeyHandlers(state: FakeState, publish: Publish): HandlersOf<'keys'> {
  const shelf = createShelf(state, publish);
  const { change, add } = shelf;
  return {
    ...clipboardHandlers(state, shelf),
    ...serviceSideHandlers(state, shelf),
    'keys.list': () => ok(state.keys),
    'keys.page': (request) => ok(pageOf(state, request)),
    'keys.find': ({ search, besides, limit }) => {
      const words = search.toLowerCase().split(/\s+/);
      const isMeant = ({ name, mask }: ApiKey) =>
        words.every((word) => `${name} ${mask} ${besides}`.toLowerCase().includes(word));
      const rank = ({ isDefault, lastUsed }: ApiKey) => (isDefault ? Infinity : (lastUsed?.at ?? 0));
      const found = state.keys
        .filter(isMeant)
        .toSorted((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
      return ok(found.slice(0, limit));
    },
    'keys.get': ({ id }) => {
      const key = state.keys.find((candidate) => candidate.id === id);
      return key === undefined ? failed('not-found') : ok(key);
    },
    'keys.countAttention': () =>
      ok({ count: state.keys.filter((apiKey) => needsAttention(apiKey, state.now())).length }),
    'keys.generate': (input) => {
      const service = state.services.find(({ id }) => id === input.serviceId);
      if (service?.kind === 'postman') return failed('cannot-issue');
      return add(input, { secret: newSecret(state), isIssuedHere: true });
    },
    'keys.reveal': ({ id }) => {
      const secret = state.secrets.get(id);
      if (secret === undefined || !state.unrevealed.delete(id)) return failed('already-revealed');
      return ok({ secret });
    },
    'keys.rename': ({ id, name }) => {
      const { serviceId } = state.keys.find((key) => key.id === id) ?? {};
      const isTaken = state.keys.some(
        (key) => key.id !== id && key.serviceId === serviceId && key.name === name,
      );
      return isTaken ? failed('name-taken', { field: 'name' }) : change(id, { name });
    },
    'keys.setExpiration': ({ id, expiry }) => {
      const expiresAt = expiryInstant(expiry, state.now());
      if (isExpired(expiresAt, state.now())) return failed('invalid-input', { field: 'expiry' });
      return change(id, { ...endOf(expiresAt), hasExpired: false });
    },
    'keys.makeDefault': ({ id }) => {
      const key = state.keys.find((candidate) => candidate.id === id);
      state.keys = state.keys.map((other) =>
        other.serviceId === key?.serviceId ? { ...other, isDefault: false } : other,
      );
      return change(id, { isDefault: true });
    },
    'keys.setDisabled': ({ id, isDisabled }) => change(id, { isDisabled }),
    'keys.setReadOnly': ({ id, isReadOnly }) => change(id, { isReadOnly }),
    'keys.regenerate': ({ id, grace }) => {
      const secret = newSecret(state);
      state.secrets.set(id, secret);
      state.unrevealed.add(id);
      const graceEndsAt = grace === 'now' ? null : state.now() + graceDuration(grace);
      const previousMask = state.keys.find((key) => key.id === id)?.mask ?? null;
      return change(id, { mask: maskOf(secret), previousMask, regeneratedAt: state.now(), graceEndsAt });
    },
    'keys.regenerateExposed': ({ id }) => {
      const secret = newSecret(state);
      state.secrets.set(id, secret);
      state.unrevealed.add(id);
      return change(id, { mask: maskOf(secret), regeneratedAt: state.now(), graceEndsAt: null });
    },
    'keys.swapStaged': ({ id, token, reason }) => {
      const secret = state.staged.get(token);
      if (secret === undefined) return failed('staged-paste-gone');
      state.staged.delete(token);
      const previousMask = state.keys.find((key) => key.id === id)?.mask ?? null;
      const hasOldSecret = reason === 'routine';
      return change(id, { mask: maskOf(secret), previousMask, hasOldSecret, regeneratedAt: state.now() });
    },
    'keys.endGrace': ({ id }) => change(id, { graceEndsAt: null, previousMask: null }),
    'keys.forgetOld': ({ id }) => change(id, { hasOldSecret: false, previousMask: null }),
    'keys.getExposure': ({ id }) => {
      const key = state.keys.find((candidate) => candidate.id === id);
      if (key === undefined) return failed('not-found');
      const origins =
        key.lastUsed === null ? [] : [{ origin: key.lastUsed.origin, count: 3, lastAt: key.lastUsed.at }];
      const never = { count: 0, lastAt: null };
      return ok({ since: key.regeneratedAt ?? key.createdAt, origins, copies: never, reveals: never });
    },
    'keys.delete': ({ id }) => {
      if (!state.keys.some((key) => key.id === id)) return failed('not-found');
      state.keys = state.keys.filter((key) => key.id !== id);
      publish('keys.changed', {});
      return ok({});
    },
  };
}

/** The fake’s names are plain ones, and few. */
function pageOf(state: FakeState, { search, sort, offset, limit, placeOf }: KeyPageRequest): KeyPage {
  const serviceName = ({ serviceId }: ApiKey): string =>
    state.services.find(({ id }) => id === serviceId)?.name ?? '';
  const rankOf = (key: ApiKey): string | number => {
    const ranks = {
      name: key.name.toLowerCase(),
      service: serviceName(key).toLowerCase(),
      created: key.createdAt,
      lastUsed: key.lastUsed?.at ?? 0,
      expires: key.expiresAt ?? Infinity,
      status: ['active', 'expiring', 'disabled', 'expired'].indexOf(apiKeyStatus(key, state.now())),
    };
    return ranks[sort.column];
  };
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const compare = (a: string | number, b: string | number): number => (a === b ? 0 : a < b ? -1 : 1);
  const found = state.keys
    .filter((key) =>
      words.every((word) => `${key.name} ${serviceName(key)} ${key.mask}`.toLowerCase().includes(word)),
    )
    .toSorted((a, b) => sign * compare(rankOf(a), rankOf(b)) || compare(a.name, b.name));
  const place = found.findIndex(({ id }) => id === placeOf);
  return {
    all: state.keys.length,
    total: found.length,
    keys: found.slice(offset, offset + limit),
    place: place < 0 ? null : place,
  };
}

type Shelf = ReturnType<typeof createShelf>;

function stage(state: FakeState, secret: string) {
  const token = `token-${String(state.nextNumber())}`;
  state.staged.set(token, secret);
  const suggestedServiceId = secret.startsWith('PMAK-') ? 'postman' : null;
  return { token, mask: maskOf(secret), length: secret.length, suggestedServiceId };
}

function clipboardHandlers(
  state: FakeState,
  { add }: Shelf,
): Pick<
  HandlersOf<'keys'>,
  'keys.copy' | 'keys.stagePaste' | 'keys.listInEnvironment' | 'keys.stageFromEnvironment' | 'keys.addStaged'
> {
  return {
    'keys.copy': ({ id }) => {
      const key = state.keys.find((candidate) => candidate.id === id);
      if (key === undefined) return failed('not-found');
      const status = apiKeyStatus(key, state.now());
      if (status === 'expired') return failed('key-expired');
      if (status === 'disabled') return failed('key-disabled');
      if (state.vault.kind === 'unreadable') return failed('vault-unreadable', state.vault);
      return ok({ clearsAt: state.now() + state.preferences.clipboardClearSeconds * 1000 });
    },
    'keys.stagePaste': () => {
      const secret = state.clipboard.trim();
      if (secret === '') return failed('clipboard-empty');
      if (/\s/.test(secret)) return failed('clipboard-not-a-key');
      return ok(stage(state, secret));
    },
    'keys.listInEnvironment': () => ok([...state.environmentKeys.keys()]),
    'keys.stageFromEnvironment': ({ name }) => {
      const secret = state.environmentKeys.get(name);
      return secret === undefined ? failed('not-found') : ok(stage(state, secret));
    },
    'keys.addStaged': ({ token, verification, ...input }) => {
      const secret = state.staged.get(token);
      if (secret === undefined) return failed('staged-paste-gone');
      const service = state.services.find(({ id }) => id === input.serviceId);
      const isAsked = service !== undefined && isVerifiable(service) && verification === 'required';
      if (isAsked && !state.verification.ok) return state.verification;
      const result = add(input, { secret, isIssuedHere: false });
      if (result.ok) state.staged.delete(token);
      return result;
    },
  };
}

/** Asking services about keys, and where else a key may go. */
function serviceSideHandlers(
  state: FakeState,
  { change }: Shelf,
): Pick<HandlersOf<'keys'>, 'keys.verifyStaged' | 'keys.verify' | 'keys.addOrigin' | 'keys.removeOrigin'> {
  const originsOf = (id: string) => state.keys.find((key) => key.id === id)?.extraOrigins ?? [];
  return {
    'keys.verifyStaged': ({ token, serviceId }) => {
      if (!state.staged.has(token)) return failed('staged-paste-gone');
      const service = state.services.find(({ id }) => id === serviceId);
      if (service === undefined || !isVerifiable(service)) return ok({ kind: 'not-verifiable' });
      return state.verification.ok
        ? ok({ kind: 'accepted', account: state.verification.value })
        : state.verification;
    },
    'keys.verify': ({ id }) => {
      const { verification } = state;
      if (!verification.ok && verification.error.code !== 'service-refused-key') return verification;
      const outcome = verification.ok ? 'accepted' : 'refused';
      const account = verification.ok ? verification.value : null;
      return change(id, { verification: { at: state.now(), outcome, account } });
    },
    'keys.addOrigin': ({ id, origin }) =>
      state.agreesToOrigin
        ? change(id, { extraOrigins: [...originsOf(id), origin] })
        : failed('cancelled', { message: 'The key goes only where it went before.' }),
    'keys.removeOrigin': ({ id, origin }) =>
      change(id, { extraOrigins: originsOf(id).filter((one) => one !== origin) }),
  };
}

function createShelf(state: FakeState, publish: Publish) {
  const change = (id: string, changes: Partial<ApiKey>): Result<ApiKey> => {
    const key = state.keys.find((candidate) => candidate.id === id);
    if (key === undefined) return failed('not-found');
    const changed = { ...key, ...changes };
    state.keys = state.keys.map((candidate) => (candidate.id === id ? changed : candidate));
    publish('keys.changed', {});
    return ok(changed);
  };
  const add = (
    { name, serviceId, expiry }: NewKey,
    { secret, isIssuedHere }: { readonly secret: string; readonly isIssuedHere: boolean },
  ): Result<ApiKey> => {
    if (state.vault.kind === 'needs-holder') return failed('no-master-key-holder');
    if (state.vault.kind === 'unreadable') return failed('vault-unreadable', state.vault);
    const ofService = state.keys.filter((key) => key.serviceId === serviceId);
    if (ofService.some((key) => key.name === name)) return failed('name-taken', { field: 'name' });
    const id = `key-${String(state.nextNumber())}-new`;
    state.secrets.set(id, secret);
    if (isIssuedHere) state.unrevealed.add(id);
    const times = { createdAt: state.now(), ...endOf(expiryInstant(expiry, state.now())) };
    const key: ApiKey = { ...blankKey, ...times, id, serviceId, name, mask: maskOf(secret), isIssuedHere };
    state.keys = [...state.keys, { ...key, isDefault: ofService.length === 0 }];
    publish('keys.changed', {});
    return ok({ ...key, isDefault: ofService.length === 0 });
  };
  return { change, add };
}

/** The fake keeps to the key's own expiration. */
function endOf(expiresAt: number | null): Pick<ApiKey, 'expiresAt' | 'ownExpiresAt' | 'expiresBy'> {
  return { expiresAt, ownExpiresAt: expiresAt, expiresBy: expiresAt === null ? null : { kind: 'own' } };
}

const blankKey = {
  regeneratedAt: null,
  lastUsed: null,
  hasExpired: false,
  graceEndsAt: null,
  previousMask: null,
  hasOldSecret: false,
  isDefault: false,
  isDisabled: false,
  isReadOnly: false,
  extraOrigins: [],
  verification: null,
};

/** Has the shape of a Local API key, and is none. */
function newSecret(state: FakeState): string {
  const number = String(state.nextNumber()).padStart(4, '0');
  return ['kfak', `fake${number}`, `NotARealSecretOnlyForTests${number}aB3dE9`].join('_');
}
