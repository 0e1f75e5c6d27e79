import {
  BUILT_IN_COLLECTION_ID,
  type Collection,
  type CollectionSummary,
  requestsIn,
} from '../../../shared/domain/collection.ts';
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
  if (collection === undefined) return null;
  const found = requestsIn(collection.items).find(({ request }) => request.id === source.requestId);
  return [collection.name, ...(found?.path ?? [])].join(' / ');
}

/** A first request with a certain key: who the key belongs to where the service can say it, else the service's address. */
export function draftWithKey(
  keyChoice: KeyChoice,
  service: Service | undefined,
  collections: readonly Pick<CollectionSummary, 'isBuiltIn' | 'serviceId'>[],
): RequestDraft {
  const draft = { ...emptyRequestDraft(), keyChoice };
  if (service === undefined) return draft;
  if (service.kind === 'custom') return { ...draft, url: service.baseUrl };
  const isBaseUrl = collections.some(({ isBuiltIn, serviceId }) => isBuiltIn && serviceId === service.id);
  return { ...draft, url: `${isBaseUrl ? '{{baseUrl}}' : service.baseUrl.replace(/\/$/, '')}/me` };
}
