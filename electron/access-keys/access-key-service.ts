import type { AccessKey, AccessKeyList, SharedCollection } from '../../shared/domain/access-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type { KeyCopier } from '../keys/copy-key.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { firstMember } from '../keys/member-rows.ts';
import type { Publish } from '../keys/publish.ts';
import type { ServiceDirectory } from '../keys/service-directory.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import { EVERY_ACCESS_KEY, type AccessKeyRow } from '../local-api/access-key-rows.ts';
import type { AccessKeys } from '../local-api/access-keys.ts';
import type { LocalApi } from '../local-api/local-api.ts';
import { listItems } from '../local-api/workspace-rows.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { PostmanClient } from '../postman/postman-client.ts';
import { createPostmanAccessKeys, type PostmanAccessKeys } from './postman-access-keys.ts';
import { createSharedUrls, type SharedUrls } from './shared-urls.ts';

/** What a person can do with collection access keys, those of the Local API and those at Postman. */
export interface AccessKeyService {
  /** What is known now; asks nobody. */
  list(serviceId: string): AccessKeyList;
  load(serviceId: string): Promise<Result<AccessKeyList>>;
  cancelLoad(serviceId: string): void;
  listCollections(): readonly SharedCollection[];
  /** A new key at each call; starts the Local API, whose address is in the URL. */
  share(collectionUid: string): Promise<Result<AccessKey>>;
  /** Once, then `already-revealed`. */
  reveal(id: string): Result<{ readonly secret: string; readonly secretUrl: string }>;
  /** While its value is held: until `forget`, for ten minutes at most. */
  copyUrl(id: string): Promise<Result<{ readonly clearsAt: number }>>;
  forget(id: string): void;
  /** What programs made with this API key over the Local API, and still works. */
  listMadeWith(apiKeyId: string): readonly AccessKey[];
  removeMadeWith(apiKeyId: string): Result<{ readonly deleted: number }>;
  remove(input: { readonly serviceId: string; readonly id: string }): Promise<Result<null>>;
  /** At lock and at quit. */
  forgetHeldSecrets(): void;
}

export interface AccessKeyServiceOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly publish: Publish;
  readonly services: Pick<ServiceDirectory, 'find'>;
  readonly localApi: Pick<LocalApi, 'start'>;
  readonly localAccessKeys: Pick<AccessKeys, 'list' | 'share' | 'remove' | 'listMadeWith' | 'removeMadeWith'>;
  readonly copier: Pick<KeyCopier, 'copyHeld'>;
  readonly signingKeys: Pick<SigningKeys, 'defaultKeyOf'>;
  readonly postmanClient: () => Promise<PostmanClient>;
}

export function createAccessKeyService(options: AccessKeyServiceOptions): AccessKeyService {
  const { ledger, localAccessKeys } = options;
  const urls = createSharedUrls(options);
  const postman = createPostmanAccessKeys(options);
  const listLocal = (): AccessKeyList => ({
    keys: localAccessKeys.list(EVERY_ACCESS_KEY).map((row) => toAccessKey(row, firstMember(ledger)?.id)),
    loadedAt: options.clock.now(),
    isLoading: false,
    namesError: null,
  });
  return {
    list: (serviceId) => (serviceId === LOCAL_SERVICE_ID ? listLocal() : postman.list(serviceId)),
    load: (serviceId) =>
      serviceId === LOCAL_SERVICE_ID ? Promise.resolve(ok(listLocal())) : postman.load(serviceId),
    cancelLoad: (serviceId) => {
      postman.cancelLoad(serviceId);
    },
    listCollections: () => listItems(ledger, 'local_collections').map(({ uid, name }) => ({ uid, name })),
    share: (collectionUid) => share(options, urls, collectionUid),
    reveal: (id) => urls.reveal(id),
    copyUrl: (id) => urls.copy(id),
    forget: (id) => {
      urls.forget(id);
    },
    listMadeWith: (apiKeyId) =>
      localAccessKeys.listMadeWith(apiKeyId).map((row) => toAccessKey(row, firstMember(ledger)?.id)),
    removeMadeWith(apiKeyId) {
      const removed = localAccessKeys.removeMadeWith(apiKeyId);
      if (!removed.ok) return removed;
      for (const { id } of removed.value) urls.forget(id);
      return ok({ deleted: removed.value.length });
    },
    remove: (input) => remove({ ...options, urls, postman }, input),
    forgetHeldSecrets: () => {
      urls.forgetAll();
    },
  };
}

async function share(
  { ledger, localApi, localAccessKeys }: AccessKeyServiceOptions,
  urls: SharedUrls,
  collectionUid: string,
): Promise<Result<AccessKey>> {
  const state = await localApi.start();
  if (state.kind === 'failed') return { ok: false, error: state.error };
  if (state.kind !== 'running') return failed('local-api-stopped');
  const member = firstMember(ledger);
  if (member === null) throw new Error('The ledger has no member yet');
  const shared = localAccessKeys.share(collectionUid, member.id);
  if (!shared.ok) return shared;
  const { key, secret } = shared.value;
  urls.put(key, { secret, secretUrl: `${state.url}/collections/${key.collectionUid}?access_key=${secret}` });
  return ok(toAccessKey(key, member.id));
}

async function remove(
  {
    localAccessKeys,
    urls,
    postman,
  }: Pick<AccessKeyServiceOptions, 'localAccessKeys'> & {
    readonly urls: SharedUrls;
    readonly postman: PostmanAccessKeys;
  },
  { serviceId, id }: { readonly serviceId: string; readonly id: string },
): Promise<Result<null>> {
  if (serviceId !== LOCAL_SERVICE_ID) return postman.remove(serviceId, id);
  const removed = localAccessKeys.remove(id);
  if (removed.ok) urls.forget(id);
  return removed;
}

function toAccessKey(row: AccessKeyRow, ownMemberId: string | undefined): AccessKey {
  return {
    id: row.id,
    serviceId: LOCAL_SERVICE_ID,
    mask: row.mask,
    collectionUid: row.collectionUid,
    collectionName: row.collectionName,
    creatorName: row.creatorName,
    isOwn: row.creatorId === ownMemberId,
    createdAt: row.createdAt,
    lastUsedAt: row.lastUsedAt,
    expiresAt: row.expiresAt,
    status: row.hasExpired ? 'inactive' : 'active',
  };
}
