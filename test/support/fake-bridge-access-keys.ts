import {
  ACCESS_KEY_LIFETIME_MS,
  type AccessKey,
  type AccessKeyList,
} from '../../shared/domain/access-key.ts';
import { maskOf } from '../../shared/domain/api-key.ts';
import { failed, ok } from '../../shared/domain/app-error.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import { LOCAL_API_URL, type FakeState } from './fake-bridge-state.ts';

/** The commands on collection access keys; those of a Postman service are there once they were loaded. */
export function fakeAccessKeyHandlers(state: FakeState, publish: Publish): HandlersOf<'accessKeys'> {
  const list = (serviceId: string): AccessKeyList => {
    const isLoaded = state.loadedAccessKeys.has(serviceId);
    return {
      keys: isLoaded ? state.accessKeys.filter((key) => key.serviceId === serviceId) : [],
      loadedAt: isLoaded ? state.now() : null,
      isLoading: false,
      namesError: null,
    };
  };
  return {
    'accessKeys.list': ({ serviceId }) => ok(list(serviceId)),
    'accessKeys.load': ({ serviceId }) => {
      state.loadedAccessKeys.add(serviceId);
      publish('accessKeys.changed', {});
      return ok(list(serviceId));
    },
    'accessKeys.cancelLoad': () => ok({}),
    'accessKeys.listCollections': () => ok(state.sharedCollections),
    'accessKeys.share': ({ collectionUid }) => {
      const number = String(state.nextNumber());
      const secret = `kfat_${number.padStart(12, '0')}_${'x'.repeat(34)}${number.padStart(4, '0')}`;
      const key = aSharedKey(state, { id: `access-${number}`, mask: maskOf(secret), collectionUid });
      state.secrets.set(key.id, secret);
      state.unrevealed.add(key.id);
      state.accessKeys.unshift(key);
      publish('accessKeys.changed', {});
      return ok(key);
    },
    'accessKeys.reveal': ({ id }) => {
      const secret = state.secrets.get(id);
      if (secret === undefined || !state.unrevealed.delete(id)) return failed('already-revealed');
      const uid = state.accessKeys.find((key) => key.id === id)?.collectionUid ?? '';
      return ok({ secret, secretUrl: `${LOCAL_API_URL}/collections/${uid}?access_key=${secret}` });
    },
    'accessKeys.copyUrl': ({ id }) =>
      state.secrets.has(id) ? ok({ clearsAt: state.now() + 30_000 }) : failed('already-revealed'),
    'accessKeys.forget': ({ id }) => {
      state.secrets.delete(id);
      return ok({});
    },
    'accessKeys.listMadeWith': ({ apiKeyId }) => ok(state.madeAccessKeys.get(apiKeyId) ?? []),
    'accessKeys.deleteMadeWith': ({ apiKeyId }) => {
      const made = state.madeAccessKeys.get(apiKeyId) ?? [];
      state.madeAccessKeys.delete(apiKeyId);
      publish('accessKeys.changed', {});
      return ok({ deleted: made.length });
    },
    'accessKeys.delete': ({ id }) => {
      if (!state.accessKeys.some((key) => key.id === id)) return failed('not-found');
      state.accessKeys = state.accessKeys.filter((key) => key.id !== id);
      publish('accessKeys.changed', {});
      return ok({});
    },
  };
}

function aSharedKey(state: FakeState, key: Pick<AccessKey, 'id' | 'mask' | 'collectionUid'>): AccessKey {
  const name = state.sharedCollections.find(({ uid }) => uid === key.collectionUid)?.name ?? null;
  return {
    ...key,
    serviceId: LOCAL_SERVICE_ID,
    collectionName: name,
    creatorName: 'Ada Lovelace',
    isOwn: true,
    createdAt: state.now(),
    lastUsedAt: null,
    expiresAt: state.now() + ACCESS_KEY_LIFETIME_MS,
    status: 'active',
  };
}
