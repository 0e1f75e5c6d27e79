import {
  BUILT_IN_COLLECTION_ID,
  type Collection,
  type FolderItem,
  type SavedRequest,
} from '../../shared/domain/collection.ts';
import { BUILT_IN_FOLDERS } from './built-in/folders.ts';

/** It always goes to a service. */
export type BuiltInCollection = Collection & { readonly serviceId: string };

/**
 * The Postman API, as its documentation describes it (https://learning.postman.com/docs/developer/postman-api/). `{{baseUrl}}` is the chosen
 * service's; the key's header is added by itself. `serviceId`: the service that it is sent to.
 */
export function builtInCollection(serviceId: string): BuiltInCollection {
  return {
    id: BUILT_IN_COLLECTION_ID,
    name: 'Postman API',
    description:
      'Requests to the Postman API. They go to the service chosen here, signed with its default key; the Local API answers most of them offline.',
    isBuiltIn: true,
    isSample: false,
    serviceId,
    fileName: null,
    items: BUILT_IN_FOLDERS.map<FolderItem>(({ id, name, requests }) => ({
      kind: 'folder',
      id,
      name,
      description: '',
      items: requests.map(({ id: requestId, draft }) => ({
        kind: 'request',
        id: requestId,
        name: draft.name,
        method: draft.method,
      })),
    })),
    variables: [],
    auth: { kind: 'inherit' },
  };
}

/** A request of the collection; `null` when it has none with this id. */
export function builtInRequest(id: string): SavedRequest | null {
  return BUILT_IN_FOLDERS.flatMap(({ requests }) => requests).find((request) => request.id === id) ?? null;
}
