import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { nameOfItem } from './collection-reading.ts';
import type { DocumentChange } from './document-file.ts';
import {
  changeItem,
  insertItem,
  pathTo,
  readItems,
  withOwnId,
  type ItemNode,
  type Place,
} from './item-tree.ts';
import { textAt, withKeys, type JsonObject } from './json-value.ts';
import type { PostmanDocument } from './postman-document.ts';
import { told } from '../told.ts';

/** The document with this key set, or taken away. */
export function withKey(
  document: PostmanDocument,
  key: string,
  value: JsonObject[string] | undefined,
): PostmanDocument {
  // Neither `info` nor `item` is taken away.
  return withKeys(document, { [key]: value }) as PostmanDocument;
}

/** A request that sends nothing yet. */
export function newItem(id: string, name: string): JsonObject {
  return { id, name, request: { method: 'GET', header: [], url: '' }, response: [] };
}

/** Puts a new item into its place. `not-found` for a folder that is gone. */
export function insertNew<Value>(
  document: PostmanDocument,
  item: JsonObject,
  { place, value }: { readonly place: Place; readonly value: Value },
): Result<DocumentChange<PostmanDocument, Value>> {
  if (place.folderId !== null) {
    const folder = pathTo(readItems(document), place.folderId)?.at(-1);
    if (folder?.isFolder !== true) return failed('not-found');
  }
  return ok({ document: insertItem(document, item, place), written: item, place: nameOfItem(item), value });
}

/** Moves an item within its document. `not-found`; `invalid-input` for a folder into itself. */
export function moveIn(
  document: PostmanDocument,
  itemId: string,
  place: Place,
): Result<DocumentChange<PostmanDocument, null>> {
  const nodes = readItems(document);
  const node = pathTo(nodes, itemId)?.at(-1);
  if (node === undefined) return failed('not-found');
  const into = place.folderId === null ? [] : pathTo(nodes, place.folderId);
  if (into === null) return failed('not-found');
  if (into.some(({ id }) => id === itemId)) {
    return failed('invalid-input', { ...told('folderIntoItself'), field: 'folderId' });
  }
  if (place.beforeId === itemId) return ok({ document, written: null, place: '', value: null });
  const without = changeItem(
    withIdsBeside(document, node, [...into, ...siblingOf(nodes, place)]),
    itemId,
    () => null,
  );
  const moved = insertItem(without, withOwnId(node), place);
  return ok({ document: moved, written: null, place: '', value: null });
}

/**
 * The made id of an item depends on those before it that are called the same. So those that the place is named by get their ids into
 * the file before one of that name goes.
 */
function withIdsBeside(
  document: PostmanDocument,
  gone: ItemNode,
  named: readonly ItemNode[],
): PostmanDocument {
  return named
    .filter(({ isOwnId, item }) => !isOwnId && textAt(item, 'name') === textAt(gone.item, 'name'))
    .reduce((changed, { id }) => changeItem(changed, id, withOwnId), document);
}

function siblingOf(nodes: readonly ItemNode[], { beforeId }: Place): readonly ItemNode[] {
  return beforeId === null ? [] : (pathTo(nodes, beforeId) ?? []).slice(-1);
}

/** Where an item stands, as a place to put it, or its copy, again; `null` when it is not there. */
export function standingOf(
  document: PostmanDocument,
  itemId: string,
): { readonly node: ItemNode; readonly place: Place } | null {
  const nodes = readItems(document);
  const path = pathTo(nodes, itemId);
  const node = path?.at(-1);
  if (path === null || node === undefined) return null;
  const folder = path.at(-2);
  const siblings = folder?.children ?? nodes;
  const next = siblings[siblings.findIndex(({ id }) => id === node.id) + 1];
  return { node, place: { folderId: folder?.id ?? null, beforeId: next?.id ?? null } };
}

/** A copy in which nothing has an id that stands elsewhere in the file. */
export function withNewIds(item: JsonObject, newId: () => string): JsonObject {
  const children = Array.isArray(item.item)
    ? { item: item.item.map((child: JsonObject) => withNewIds(child, newId)) }
    : {};
  return withKeys(item, {
    ...children,
    _postman_id: undefined,
    id: item.id === undefined ? undefined : newId(),
  });
}
