import { BUILT_IN_COLLECTION_ID, type Collection } from '../../shared/domain/collection.ts';
import { BUILT_IN_FOLDERS } from './built-in/folders.ts';

/**
 * The Postman API, as its documentation describes it (https://learning.postman.com/docs/developer/postman-api/). `{{baseUrl}}` is the chosen
 * service's; the key's header is added by itself. `serviceId`: the service that it is sent to.
 */
export function builtInCollection(serviceId: string): Collection {
  return {
    id: BUILT_IN_COLLECTION_ID,
    name: 'Postman API',
    description:
      'Requests to the Postman API. They go to the service chosen here, signed with its default key; the Local API answers most of them offline.',
    isBuiltIn: true,
    serviceId,
    folders: BUILT_IN_FOLDERS,
  };
}
