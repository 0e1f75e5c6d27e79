import { isDeepStrictEqual } from 'node:util';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { CollectionFiles } from './collection-files.ts';
import { insertNew, standingOf, withNewIds } from './item-changes.ts';
import { changeItem, readItems, withOwnId, type ItemNode, type Place } from './item-tree.ts';
import { textAt, withKeys, type JsonObject } from './json-value.ts';

export interface MoveBetween {
  readonly from: { readonly collectionId: string; readonly itemId: string };
  readonly to: { readonly collectionId: string; readonly place: Place };
}

export interface MovedItem {
  readonly id: string;
  /** Whether everything that was moved has the id that it had. */
  readonly keepsIds: boolean;
}

/**
 * Moves an item into another collection's file. It is there before it leaves the first one: what ends in between leaves two, never none.
 * `not-found`; `collection-changed-on-disk` when another program changed it meanwhile.
 */
export async function moveBetween(
  { from, to }: MoveBetween,
  { read, change, newId }: Pick<CollectionFiles, 'read' | 'change' | 'newId'>,
): Promise<Result<MovedItem>> {
  const source = await read(from.collectionId);
  if (!source.ok) return source;
  const node = standingOf(source.value, from.itemId)?.node;
  if (node === undefined) return failed('not-found');
  const added = await change(to.collectionId, (document) => {
    const taken = new Set(idsOf(readItems(document)));
    const keepsIds = idsOf([node]).every((id) => !taken.has(id));
    const item = keepsIds ? withOwnIds(node) : withKeys(withNewIds(withOwnIds(node), newId), { id: newId() });
    return insertNew(document, item, { place: to.place, value: { id: textAt(item, 'id'), keepsIds } });
  });
  if (!added.ok) return added;
  const removed = await change(from.collectionId, (document) => {
    const now = standingOf(document, from.itemId)?.node;
    if (!isDeepStrictEqual(now?.item, node.item)) return failed('collection-changed-on-disk');
    const without = changeItem(document, from.itemId, () => null);
    return ok({ document: without, written: null, place: '', value: null });
  });
  if (removed.ok) return added;
  await change(to.collectionId, (document) => {
    const without = changeItem(document, added.value.id, () => null);
    return ok({ document: without, written: null, place: '', value: null });
  });
  return removed;
}

function idsOf(nodes: readonly ItemNode[]): readonly string[] {
  return nodes.flatMap(({ id, children }) => [id, ...idsOf(children)]);
}

/** With all ids in it, so that each is known by the same one in the other file. */
function withOwnIds(node: ItemNode): JsonObject {
  const own = withKeys(withOwnId(node), { id: node.id, _postman_id: undefined });
  return node.isFolder ? withKeys(own, { item: node.children.map(withOwnIds) }) : own;
}
