import { BUILT_IN_COLLECTION_ID, type Collection } from '../../../shared/domain/collection.ts';
import { emptyRequestDraft, type KeyChoice, type RequestDraft } from '../../../shared/domain/http-request.ts';
import type { Service } from '../../../shared/domain/service.ts';
import type { RequestSource } from './open-request.ts';

/**
 * The collection whose variables a request uses. One that is saved nowhere uses those of the built-in collection, so
 * that `{{baseUrl}}` works in it too; which key it gets is still decided by where it goes.
 */
export function collectionIdOf(source: RequestSource): string {
  return source.kind === 'saved' ? source.collectionId : BUILT_IN_COLLECTION_ID;
}

/** Where a request is saved, as "Collection / Folder"; `null` when nowhere. */
export function placeOf(source: RequestSource, collections: readonly Collection[]): string | null {
  if (source.kind === 'scratch') return null;
  const collection = collections.find(({ id }) => id === source.collectionId);
  const folder = collection?.folders.find(({ requests }) =>
    requests.some(({ id }) => id === source.requestId),
  );
  return collection === undefined ? null : [collection.name, folder?.name].filter(Boolean).join(' / ');
}

/** A first request with a certain key: who the key belongs to where the service can say it, else the service's address. */
export function draftWithKey(
  keyChoice: KeyChoice,
  service: Service | undefined,
  collections: readonly Collection[],
): RequestDraft {
  const draft = { ...emptyRequestDraft(), keyChoice };
  if (service === undefined) return draft;
  if (service.kind === 'custom') return { ...draft, url: service.baseUrl };
  const isBaseUrl = collections.some(({ isBuiltIn, serviceId }) => isBuiltIn && serviceId === service.id);
  return { ...draft, url: `${isBaseUrl ? '{{baseUrl}}' : service.baseUrl.replace(/\/$/, '')}/me` };
}
