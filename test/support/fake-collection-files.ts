import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type {
  Collection,
  CollectionItem,
  FileAuth,
  FolderItem,
  OpenedRequest,
  RequestItem,
} from '../../shared/domain/collection.ts';
import { emptyRequestDraft, type KeyChoice, type RequestDraft } from '../../shared/domain/http-request.ts';

/** What a file holds of a request beside what the tree shows. */
export interface FakeSaved {
  readonly draft: RequestDraft;
  readonly description: string;
  readonly revision: number;
  readonly auth: FileAuth;
}

export interface Place {
  readonly folderId: string | null;
  readonly beforeId: string | null;
}

export const INHERIT: FileAuth = { kind: 'inherit' };

export function savedOf(draft: RequestDraft, before?: FakeSaved): FakeSaved {
  return {
    draft,
    description: before?.description ?? '',
    revision: (before?.revision ?? 0) + 1,
    auth: authOf(draft.keyChoice),
  };
}

export function draftOf(item: RequestItem): RequestDraft {
  return { ...emptyRequestDraft(), name: item.name, url: `https://api.test/${item.name}` };
}

export function authOf(choice: KeyChoice): FileAuth {
  switch (choice.kind) {
    case 'automatic':
      return INHERIT;
    case 'none':
      return { kind: 'none' };
    case 'named':
      return { kind: 'key', name: choice.name, apiKeyId: null };
    case 'key':
      return { kind: 'key', name: choice.apiKeyId, apiKeyId: choice.apiKeyId };
  }
}

export function itemIn(items: readonly CollectionItem[], id: string): CollectionItem | null {
  for (const item of items) {
    if (item.id === id) return item;
    const below = item.kind === 'folder' ? itemIn(item.items, id) : null;
    if (below !== null) return below;
  }
  return null;
}

/** The items without this one. */
export function without(items: readonly CollectionItem[], id: string): readonly CollectionItem[] {
  return mapItems(items, (list) => list.filter((item) => item.id !== id));
}

export function replaced(items: readonly CollectionItem[], next: CollectionItem): readonly CollectionItem[] {
  return mapItems(items, (list) => list.map((item) => (item.id === next.id ? next : item)));
}

export function inserted(
  items: readonly CollectionItem[],
  item: CollectionItem,
  { folderId, beforeId }: Place,
): readonly CollectionItem[] {
  const into = (list: readonly CollectionItem[]) => {
    const at = list.findIndex(({ id }) => id === beforeId);
    return list.toSpliced(at === -1 ? list.length : at, 0, item);
  };
  return folderId === null
    ? into(items)
    : items.map((each) => {
        if (each.kind === 'request') return each;
        if (each.id === folderId) return { ...each, items: into(each.items) };
        return { ...each, items: inserted(each.items, item, { folderId, beforeId }) };
      });
}

/** Where an item stands now. */
export function standing(
  items: readonly CollectionItem[],
  id: string,
  folderId: string | null = null,
): Place | null {
  const at = items.findIndex((item) => item.id === id);
  if (at !== -1) return { folderId, beforeId: items[at + 1]?.id ?? null };
  for (const item of items) {
    const below = item.kind === 'folder' ? standing(item.items, id, item.id) : null;
    if (below !== null) return below;
  }
  return null;
}

function mapItems(
  items: readonly CollectionItem[],
  change: (items: readonly CollectionItem[]) => readonly CollectionItem[],
): readonly CollectionItem[] {
  return change(items).map((item) =>
    item.kind === 'folder' ? { ...item, items: mapItems(item.items, change) } : item,
  );
}

/** What is handed down to an item: the innermost folder that says something, else the collection. */
export function handedDown(
  collection: Collection,
  itemId: string,
  authOfFolder: (folder: FolderItem) => FileAuth,
): Pick<OpenedRequest['auth'], 'inherited' | 'inheritedFrom'> {
  const around = (items: readonly CollectionItem[]): readonly FolderItem[] | null => {
    for (const item of items) {
      if (item.id === itemId) return [];
      const below = item.kind === 'folder' ? around(item.items) : null;
      if (item.kind === 'folder' && below !== null) return [item, ...below];
    }
    return null;
  };
  for (const folder of (around(collection.items) ?? []).toReversed()) {
    const auth = authOfFolder(folder);
    if (auth.kind !== 'inherit') return { inherited: auth, inheritedFrom: folder.name };
  }
  const { auth } = collection;
  return { inherited: auth, inheritedFrom: auth.kind === 'inherit' ? null : collection.name };
}

export function found<Value>(value: Value | null | undefined): Result<Value> {
  return value === null || value === undefined ? failed('not-found') : ok(value);
}
