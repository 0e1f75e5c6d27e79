import type { Collection, CollectionItem } from '../../../../shared/domain/collection.ts';
import type { DropPosition } from '../../../ui/tree-grid.tsx';
import type { ItemNode, TreeNode } from './tree-nodes.ts';

/** A place in this collection or in another one. */
export interface DropPlace extends MovePlace {
  readonly collectionId: string;
}

/** Where an item is put: in a folder (`null`: the collection), before another of it (`null`: at the end). */
export interface MovePlace {
  readonly folderId: string | null;
  readonly beforeId: string | null;
}

function siblingsOf({ collection, parentId }: ItemNode): readonly CollectionItem[] {
  if (parentId === null) return collection.items;
  return folderIn(collection.items, parentId)?.items ?? [];
}

function folderIn(
  items: readonly CollectionItem[],
  id: string,
): Extract<CollectionItem, { kind: 'folder' }> | null {
  for (const item of items) {
    if (item.kind === 'request') continue;
    if (item.id === id) return item;
    const below = folderIn(item.items, id);
    if (below !== null) return below;
  }
  return null;
}

/** Where it is. */
export function placeNow(node: ItemNode): MovePlace {
  const siblings = siblingsOf(node);
  const at = siblings.findIndex(({ id }) => id === node.item.id);
  return { folderId: node.parentId, beforeId: siblings[at + 1]?.id ?? null };
}

/** One place up among its siblings, and from the first one out of its folder, in front of that; `null` where it is the first of all. */
export function placeUp(node: ItemNode): MovePlace | null {
  const siblings = siblingsOf(node);
  const at = siblings.findIndex(({ id }) => id === node.item.id);
  const before = siblings[at - 1];
  if (before !== undefined) return { folderId: node.parentId, beforeId: before.id };
  if (node.parentId === null) return null;
  return { folderId: parentOf(node.collection, node.parentId), beforeId: node.parentId };
}

/** One place down, and from the last one out of its folder, behind that; `null` where it is the last of all. */
export function placeDown(node: ItemNode): MovePlace | null {
  const siblings = siblingsOf(node);
  const at = siblings.findIndex(({ id }) => id === node.item.id);
  if (siblings[at + 1] !== undefined)
    return { folderId: node.parentId, beforeId: siblings[at + 2]?.id ?? null };
  if (node.parentId === null) return null;
  const outer = parentOf(node.collection, node.parentId);
  const around =
    outer === null ? node.collection.items : (folderIn(node.collection.items, outer)?.items ?? []);
  const folderAt = around.findIndex(({ id }) => id === node.parentId);
  return { folderId: outer, beforeId: around[folderAt + 1]?.id ?? null };
}

function parentOf(collection: Collection, itemId: string): string | null {
  const within = (items: readonly CollectionItem[], parentId: string | null): string | null | undefined => {
    for (const item of items) {
      if (item.id === itemId) return parentId;
      const below = item.kind === 'folder' ? within(item.items, item.id) : undefined;
      if (below !== undefined) return below;
    }
    return undefined;
  };
  return within(collection.items, null) ?? null;
}

/** Where a drop on a row puts what is dragged; `null` where it cannot go: the built-in collection, or a folder into itself. */
export function placeOfDrop(dragged: TreeNode, target: TreeNode, position: DropPosition): DropPlace | null {
  if (dragged.kind === 'collection' || dragged.collection.isBuiltIn) return null;
  if (target.kind === 'collection') {
    const { summary, collection } = target;
    const isWritable = collection !== null && !summary.isBuiltIn;
    if (!isWritable || position !== 'inside') return null;
    return { collectionId: summary.id, folderId: null, beforeId: null };
  }
  const { id: collectionId, isBuiltIn } = target.collection;
  const isOwn = collectionId === dragged.collection.id;
  if (isBuiltIn || (isOwn && target.item.id === dragged.item.id)) return null;
  if (isOwn && dragged.item.kind === 'folder' && folderHolds(dragged.item.items, target.item.id)) return null;
  if (position === 'inside')
    return target.kind === 'folder' ? { collectionId, folderId: target.item.id, beforeId: null } : null;
  if (position === 'before') return { collectionId, folderId: target.parentId, beforeId: target.item.id };
  const siblings = siblingsOf(target);
  const next = siblings[siblings.findIndex(({ id }) => id === target.item.id) + 1];
  return { collectionId, folderId: target.parentId, beforeId: next?.id ?? null };
}

function folderHolds(items: readonly CollectionItem[], id: string): boolean {
  return items.some((item) => item.id === id || (item.kind === 'folder' && folderHolds(item.items, id)));
}
