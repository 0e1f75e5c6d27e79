import type { CollectionLibrary } from '../../electron/collections/collection-library.ts';
import { NO_PLACE, type RequestPlaces } from '../../electron/requests/request-place.ts';
import { failed, ok } from '../../shared/domain/app-error.ts';
import type { Collection, SavedRequest, VariableRow } from '../../shared/domain/collection.ts';

export interface PlainFolder {
  readonly id: string;
  readonly name: string;
  readonly requests: readonly SavedRequest[];
}

export interface PlainCollection {
  readonly name: string;
  readonly serviceId: string | null;
  readonly folders: readonly PlainFolder[];
  readonly variables: readonly VariableRow[];
}

export const PLAIN_COLLECTION_ID = 'bench';

/** One collection as the library and the places give it, without a file. */
export function plainCollection({ name, serviceId, folders, variables }: PlainCollection): {
  readonly collections: Pick<CollectionLibrary, 'get' | 'getDrafts'>;
  readonly places: RequestPlaces;
} {
  const inherit = { kind: 'inherit' } as const;
  const requests = new Map(folders.flatMap((folder) => folder.requests).map((each) => [each.id, each]));
  const collection: Collection = {
    ...{
      id: PLAIN_COLLECTION_ID,
      name,
      description: '',
      isBuiltIn: false,
      isSample: false,
      serviceId,
      fileName: null,
    },
    ...{ variables: [...variables], auth: inherit },
    items: folders.map((folder) => ({
      ...{ kind: 'folder', id: folder.id, name: folder.name, description: '' },
      items: folder.requests.map(({ id, draft }) => ({
        ...{ kind: 'request', id, name: draft.name, method: draft.method },
      })),
    })),
  };
  const place = { ...NO_PLACE, serviceId, scopes: [variables] };
  return {
    collections: {
      get: (id) => Promise.resolve(id === collection.id ? ok(collection) : failed('not-found')),
      getDrafts(_collectionId, itemIds) {
        const drafts = itemIds.flatMap((itemId) => requests.get(itemId)?.draft ?? []);
        return Promise.resolve(drafts.length === itemIds.length ? ok(drafts) : failed('not-found'));
      },
    },
    places: {
      find: () => Promise.resolve(place),
      findAll: (_collectionId, requestIds) => Promise.resolve(requestIds.map(() => place)),
    },
  };
}
