import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { BUILT_IN_COLLECTION_ID, type SavedRequest } from '../../shared/domain/collection.ts';
import { LOCAL_SERVICE_ID, POSTMAN_EU_SERVICE_ID, POSTMAN_SERVICE_ID } from '../../shared/domain/service.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import { builtInCollection, builtInRequest, type BuiltInCollection } from './built-in-collection.ts';
import { told } from '../told.ts';

/** The services that speak the Postman API. */
const SERVICE_IDS: readonly string[] = [LOCAL_SERVICE_ID, POSTMAN_SERVICE_ID, POSTMAN_EU_SERVICE_ID];

/** The collections that are part of Keyfob. */
export interface Collections {
  list(): readonly BuiltInCollection[];
  find(id: string): BuiltInCollection | null;
  findRequest(id: string): SavedRequest | null;
  /** `not-found` for another collection, `invalid-input` for a service that does not speak the Postman API. */
  setService(id: string, serviceId: string): Result<BuiltInCollection>;
}

export function createCollections(preferences: PreferenceStore): Collections {
  const builtIn = (): BuiltInCollection => {
    const chosen = preferences.get().postmanCollectionServiceId;
    return builtInCollection(SERVICE_IDS.includes(chosen) ? chosen : LOCAL_SERVICE_ID);
  };
  return {
    list: () => [builtIn()],
    find: (id) => (id === BUILT_IN_COLLECTION_ID ? builtIn() : null),
    findRequest: builtInRequest,
    setService(id, serviceId) {
      if (id !== BUILT_IN_COLLECTION_ID) return failed('not-found');
      if (!SERVICE_IDS.includes(serviceId)) {
        return failed('invalid-input', { ...told('collectionForPostmanApi'), field: 'serviceId' });
      }
      preferences.set({ postmanCollectionServiceId: serviceId });
      return ok(builtIn());
    },
  };
}
