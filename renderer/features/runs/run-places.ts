import { requestsIn, type Collection, type CollectionItem } from '../../../shared/domain/collection.ts';
import type { RunPlace } from '../../../shared/domain/run.ts';

export interface FolderPlace {
  readonly id: string;
  /** With the folders that it stands in: `Orders / Refunds`. */
  readonly path: string;
  readonly requestCount: number;
}

/** Every folder of a collection, in its order. */
export function foldersOf(items: readonly CollectionItem[], above = ''): readonly FolderPlace[] {
  return items.flatMap((item) => {
    if (item.kind === 'request') return [];
    const path = `${above}${item.name}`;
    const own = { id: item.id, path, requestCount: requestsIn(item.items).length };
    return [own, ...foldersOf(item.items, `${path} / `)];
  });
}

export interface PlacedRequest {
  readonly id: string;
  readonly name: string;
  readonly method: string;
  /** The folders that it stands in, within the place: `Orders / Refunds`; empty for none. */
  readonly folder: string;
}

/** The requests of this place, in the collection's order; `null` when the folder is not there. */
export function requestsOfPlace(
  { items }: Pick<Collection, 'items'>,
  { folderId }: RunPlace,
): readonly PlacedRequest[] | null {
  const chosen = folderId === null ? items : itemsOfFolder(items, folderId);
  if (chosen === null) return null;
  return requestsIn(chosen).map(({ request, path }) => ({ ...request, folder: path.join(' / ') }));
}

function itemsOfFolder(items: readonly CollectionItem[], id: string): readonly CollectionItem[] | null {
  for (const item of items) {
    if (item.kind === 'request') continue;
    const found = item.id === id ? item.items : itemsOfFolder(item.items, id);
    if (found !== null) return found;
  }
  return null;
}
