import type { AccessKeyList } from '../../shared/domain/access-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Publish } from '../keys/publish.ts';
import type { ServiceDirectory } from '../keys/service-directory.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { Clock } from '../ports/clock.ts';
import type { PostmanClient } from '../postman/postman-client.ts';
import type { PostmanCaller } from '../postman/postman-connection.ts';
import { told } from '../told.ts';

/** The access keys at Postman: asked for on demand with the service's default key, and kept in memory. */
export interface PostmanAccessKeys {
  list(serviceId: string): AccessKeyList;
  load(serviceId: string): Promise<Result<AccessKeyList>>;
  cancelLoad(serviceId: string): void;
  remove(serviceId: string, id: string): Promise<Result<null>>;
}

export interface PostmanAccessKeysOptions {
  readonly clock: Clock;
  readonly publish: Publish;
  readonly services: Pick<ServiceDirectory, 'find'>;
  readonly signingKeys: Pick<SigningKeys, 'defaultKeyOf'>;
  readonly postmanClient: () => Promise<PostmanClient>;
}

interface Loaded {
  /** Another default key may be another person's: what one may see is not the other's. */
  readonly apiKeyId: string;
  readonly list: AccessKeyList;
}

const NOT_LOADED: AccessKeyList = { keys: [], loadedAt: null, isLoading: false, namesError: null };

export function createPostmanAccessKeys(options: PostmanAccessKeysOptions): PostmanAccessKeys {
  const { publish } = options;
  const loaded = new Map<string, Loaded>();
  const loading = new Map<string, AbortController>();

  const list = (serviceId: string): AccessKeyList => {
    const known = loaded.get(serviceId);
    const apiKeyId = options.signingKeys.defaultKeyOf(serviceId)?.id;
    const current = known !== undefined && known.apiKeyId === apiKeyId ? known.list : NOT_LOADED;
    return { ...current, isLoading: loading.has(serviceId) };
  };

  return {
    list,
    async load(serviceId) {
      const caller = callerOf(options, serviceId);
      if (!caller.ok) return caller;
      // A second wish takes the place of the first.
      loading.get(serviceId)?.abort();
      const controller = new AbortController();
      loading.set(serviceId, controller);
      try {
        const listed = await listAtPostman(options, caller.value, controller.signal);
        if (listed.ok) loaded.set(serviceId, { apiKeyId: caller.value.key.apiKeyId, list: listed.value });
        return listed;
      } finally {
        if (loading.get(serviceId) === controller) loading.delete(serviceId);
        publish('accessKeys.changed', {});
      }
    },
    cancelLoad(serviceId) {
      loading.get(serviceId)?.abort();
    },
    async remove(serviceId, id) {
      const caller = callerOf(options, serviceId);
      if (!caller.ok) return caller;
      const client = await options.postmanClient();
      const removed = await client.deleteAccessKey(caller.value, id);
      // One that is gone already is as good as deleted here, and must leave the list.
      const isGone = removed.ok || removed.error.code === 'not-found';
      const known = loaded.get(serviceId);
      if (isGone && known !== undefined) {
        const keys = known.list.keys.filter((key) => key.id !== id);
        loaded.set(serviceId, { ...known, list: { ...known.list, keys } });
        publish('accessKeys.changed', {});
      }
      return removed;
    },
  };
}

/** Tells of its progress on the way: a team may have thousands of them. */
async function listAtPostman(
  { clock, publish, postmanClient }: PostmanAccessKeysOptions,
  caller: KeptCaller,
  signal: AbortSignal,
): Promise<Result<AccessKeyList>> {
  const client = await postmanClient();
  const listed = await client.listAccessKeys(caller, {
    signal,
    onProgress: (progress) => {
      publish('accessKeys.progressed', { serviceId: caller.service.id, ...progress });
    },
  });
  if (!listed.ok) return listed;
  const { keys, namesError } = listed.value;
  return ok({ keys, namesError, loadedAt: clock.now(), isLoading: false });
}

type KeptCaller = PostmanCaller & { readonly key: { readonly kind: 'kept' } };

function callerOf(
  { services, signingKeys }: PostmanAccessKeysOptions,
  serviceId: string,
): Result<KeptCaller> {
  const service = services.find(serviceId);
  if (service === null) return failed('not-found');
  if (service.kind !== 'postman') return failed('invalid-input', { field: 'serviceId' });
  const apiKey = signingKeys.defaultKeyOf(serviceId);
  if (apiKey === null) {
    return failed('not-found', told('noKeyToAsk', { service: service.name }));
  }
  return ok({ service, key: { kind: 'kept', apiKeyId: apiKey.id } });
}
