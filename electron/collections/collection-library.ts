import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import {
  BUILT_IN_COLLECTION_ID,
  requestsIn,
  type Collection,
  type CollectionSummary,
  type OpenedRequest,
} from '../../shared/domain/collection.ts';
import type { RequestDraft } from '../../shared/domain/http-request.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { Collections } from '../postman/collections.ts';
import { mapOnce } from '../map-once.ts';
import { NO_PLACE, type RequestPlaces } from '../requests/request-place.ts';
import type { ItemPlace } from './collection-files.ts';
import type { CollectionStore } from './collection-store.ts';

/** The built-in collection and those in files, behind one set of calls. */
export interface CollectionLibrary extends RequestPlaces {
  list(): Promise<Result<readonly CollectionSummary[]>>;
  get(id: string): Promise<Result<Collection>>;
  getRequest(place: ItemPlace): Promise<Result<OpenedRequest>>;
  /** The requests alone, as they are to be sent. `not-found` for the first that is not there. */
  getDrafts(collectionId: string, itemIds: readonly string[]): Promise<Result<readonly RequestDraft[]>>;
  /** The sample is there, with the Local API as its service. */
  addSample(): Promise<Result<{ id: string }>>;
  setService(id: string, serviceId: string | null): Promise<Result<null>>;
  /** The files, for what the built-in collection does not allow: `collection-read-only` for its id. */
  readonly files: CollectionStore;
}

export interface CollectionLibraryOptions {
  readonly builtIn: Collections;
  readonly files: CollectionStore;
  readonly preferences: PreferenceStore;
}

export function createCollectionLibrary(options: CollectionLibraryOptions): CollectionLibrary {
  const { builtIn, files, preferences } = options;
  const { serviceOf, keepService } = chosenServices(preferences);
  return {
    files,
    async list() {
      const own = await files.list();
      if (!own.ok) return own;
      const summaries = own.value.map((summary) => ({ ...summary, serviceId: serviceOf(summary.id) }));
      return ok([...builtIn.list().map(summaryOf), ...summaries]);
    },
    async get(id) {
      const found = builtIn.find(id);
      if (found !== null) return ok(found);
      const collection = await files.get(id);
      return collection.ok ? ok({ ...collection.value, serviceId: serviceOf(id) }) : collection;
    },
    async getRequest(place) {
      if (place.collectionId !== BUILT_IN_COLLECTION_ID) return files.getRequest(place);
      const request = builtIn.findRequest(place.itemId);
      if (request === null) return failed('not-found');
      const inherit = { kind: 'inherit' } as const;
      return ok({
        ...request,
        revision: '',
        auth: { own: inherit, inherited: inherit, inheritedFrom: null },
        notes: [],
        unsendable: null,
      });
    },
    async getDrafts(collectionId, itemIds) {
      if (collectionId !== BUILT_IN_COLLECTION_ID) return files.getDrafts(collectionId, itemIds);
      const drafts = itemIds.flatMap((itemId) => builtIn.findRequest(itemId)?.draft ?? []);
      return drafts.length === itemIds.length ? ok(drafts) : failed('not-found');
    },
    async addSample() {
      const added = await files.addSample();
      if (added.ok && serviceOf(added.value.id) === null) keepService(added.value.id, LOCAL_SERVICE_ID);
      return added;
    },
    async setService(id, serviceId) {
      if (id === BUILT_IN_COLLECTION_ID) {
        const set = builtIn.setService(id, serviceId ?? '');
        return set.ok ? ok(null) : set;
      }
      const found = await files.get(id);
      if (!found.ok) return found;
      keepService(id, serviceId);
      return ok(null);
    },
    ...placesIn({ builtIn, files, serviceOf }),
  };
}

interface Holders extends Pick<CollectionLibraryOptions, 'builtIn' | 'files'> {
  readonly serviceOf: (collectionId: string) => string | null;
}

function placesIn({ builtIn, files, serviceOf }: Holders): RequestPlaces {
  return {
    async find(collectionId, requestId) {
      if (collectionId === null) return NO_PLACE;
      const found = builtIn.find(collectionId);
      if (found !== null) return { ...NO_PLACE, serviceId: found.serviceId };
      const place = await files.placeOf(collectionId, requestId);
      return place.ok ? { ...place.value, environment: null, serviceId: serviceOf(collectionId) } : null;
    },
    async findAll(collectionId, requestIds) {
      const found = builtIn.find(collectionId);
      if (found !== null) return requestIds.map(() => ({ ...NO_PLACE, serviceId: found.serviceId }));
      const places = await files.placesOf(collectionId, requestIds);
      if (!places.ok) return null;
      const serviceId = serviceOf(collectionId);
      return mapOnce(places.value, (place) => ({ ...place, environment: null, serviceId }));
    },
  };
}

/** Which service the person chose for a collection. */
function chosenServices(preferences: PreferenceStore) {
  return {
    serviceOf: (id: string): string | null =>
      preferences.get().collectionServices.find(({ collectionId }) => collectionId === id)?.serviceId ?? null,
    keepService: (id: string, serviceId: string | null): void => {
      const others = preferences.get().collectionServices.filter(({ collectionId }) => collectionId !== id);
      const chosen = serviceId === null ? [] : [{ collectionId: id, serviceId }];
      preferences.set({ collectionServices: [...others, ...chosen] });
    },
  };
}

function summaryOf({ items, ...collection }: Collection): CollectionSummary {
  const { id, name, isBuiltIn, isSample, serviceId, fileName } = collection;
  const requestCount = requestsIn(items).length;
  return { id, name, isBuiltIn, isSample, serviceId, fileName, requestCount, problem: null };
}
