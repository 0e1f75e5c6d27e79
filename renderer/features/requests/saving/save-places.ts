import type { Collection, CollectionItem } from '../../../../shared/domain/collection.ts';
import type { CollectionsTexts } from '../../../../shared/texts/en/collections.ts';

/** A folder that a request can be saved in. */
export interface FolderPlace {
  readonly id: string;
  /** Its name after those of the folders around it. */
  readonly path: string;
}

export function foldersOf(
  items: readonly CollectionItem[],
  texts: CollectionsTexts,
  around: readonly string[] = [],
): readonly FolderPlace[] {
  return items.flatMap((item) => {
    if (item.kind === 'request') return [];
    const path = [...around, item.name === '' ? texts.common.unnamedFolder : item.name];
    return [{ id: item.id, path: path.join(' / ') }, ...foldersOf(item.items, texts, path)];
  });
}

/** The folder in which an item stands; `null` for the collection itself, and for an item that is not there. */
export function folderOf(collection: Collection, itemId: string): string | null {
  const within = (items: readonly CollectionItem[], folderId: string | null): string | null | undefined => {
    for (const item of items) {
      if (item.id === itemId) return folderId;
      const below = item.kind === 'folder' ? within(item.items, item.id) : undefined;
      if (below !== undefined) return below;
    }
    return undefined;
  };
  return within(collection.items, null) ?? null;
}
