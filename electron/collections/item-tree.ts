import { hash } from 'node:crypto';
import type { CollectionItem } from '../../shared/domain/collection.ts';
import {
  isJsonArray,
  isJsonObject,
  textAt,
  withKeys,
  type JsonObject,
  type JsonValue,
} from './json-value.ts';
import type { PostmanDocument } from './postman-document.ts';
import { methodIn, readDescription } from './request-mapping.ts';

/** An item of a document with the id by which Keyfob knows it. */
export interface ItemNode {
  readonly id: string;
  /** Whether the id stands in the file, and nowhere else in it. */
  readonly isOwnId: boolean;
  readonly item: JsonObject;
  readonly isFolder: boolean;
  readonly children: readonly ItemNode[];
}

const MAX_ID = 200;

/**
 * The items of a document. An item without an id, or with one that another has already, gets one made of its folder's id, its name and
 * its number among those of the same name: it is the same again after the next start, and after changes elsewhere in the file.
 */
export function readItems(document: PostmanDocument): readonly ItemNode[] {
  const taken = new Set<string>();
  collectOwnIds(document.item, taken, new Set());
  return nodesOf(document.item, '', { own: taken, used: new Set() });
}

function ownIdOf(item: JsonObject): string | null {
  for (const key of ['id', '_postman_id']) {
    const id = textAt(item, key);
    if (id !== '' && id.length <= MAX_ID) return id;
  }
  return null;
}

function collectOwnIds(items: JsonValue | undefined, own: Set<string>, seen: Set<string>): void {
  if (!isJsonArray(items)) return;
  for (const item of items) {
    if (!isJsonObject(item)) continue;
    const id = ownIdOf(item);
    if (id !== null) own.add(id);
    collectOwnIds(item.item, own, seen);
  }
}

function nodesOf(
  items: JsonValue | undefined,
  parentId: string,
  ids: { readonly own: ReadonlySet<string>; readonly used: Set<string> },
): readonly ItemNode[] {
  if (!isJsonArray(items)) return [];
  return items.filter(isJsonObject).map((item) => {
    const own = ownIdOf(item);
    const isOwnId = own !== null && !ids.used.has(own);
    const id = isOwnId ? own : madeId(item, parentId, ids);
    ids.used.add(id);
    const isFolder = item.item !== undefined;
    return { id, isOwnId, item, isFolder, children: isFolder ? nodesOf(item.item, id, ids) : [] };
  });
}

function madeId(
  item: JsonObject,
  parentId: string,
  ids: { readonly own: ReadonlySet<string>; readonly used: ReadonlySet<string> },
): string {
  for (let number = 0; ; number += 1) {
    const digest = hash('sha256', JSON.stringify([parentId, textAt(item, 'name'), number]));
    const id = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`;
    if (!ids.own.has(id) && !ids.used.has(id)) return id;
  }
}

/** The items as the window's tree shows them. */
export function treeOf(nodes: readonly ItemNode[]): readonly CollectionItem[] {
  return nodes.map(({ id, item, isFolder, children }) => {
    const name = textAt(item, 'name');
    if (!isFolder) return { kind: 'request', id, name, method: methodIn(item) };
    return {
      kind: 'folder',
      id,
      name,
      description: readDescription(item.description),
      items: treeOf(children),
    };
  });
}

/** The items of one document, to find many of them one after the other. */
export interface ItemIndex {
  readonly nodes: readonly ItemNode[];
  /** As the function `pathTo`. */
  pathTo(id: string): readonly ItemNode[] | null;
}

/** Documents are never changed, so what is read of one stays right as long as there is it. */
export function rememberedItems(): (document: PostmanDocument) => ItemIndex {
  const indexes = new WeakMap<PostmanDocument, ItemIndex>();
  return (document) => {
    const index = indexes.get(document) ?? indexItems(document);
    indexes.set(document, index);
    return index;
  };
}

function indexItems(document: PostmanDocument): ItemIndex {
  const nodes = readItems(document);
  let paths: ReadonlyMap<string, readonly ItemNode[]> | null = null;
  return {
    nodes,
    pathTo: (id) => (paths ??= pathsOf(nodes)).get(id) ?? null,
  };
}

function pathsOf(nodes: readonly ItemNode[]): ReadonlyMap<string, readonly ItemNode[]> {
  const paths = new Map<string, readonly ItemNode[]>();
  const walk = (below: readonly ItemNode[], above: readonly ItemNode[]): void => {
    for (const node of below) {
      const path = [...above, node];
      paths.set(node.id, path);
      walk(node.children, path);
    }
  };
  walk(nodes, []);
  return paths;
}

/** The way from the top to an item, the item last; `null` when there is none with this id. */
export function pathTo(nodes: readonly ItemNode[], id: string): readonly ItemNode[] | null {
  for (const node of nodes) {
    if (node.id === id) return [node];
    const below = pathTo(node.children, id);
    if (below !== null) return [node, ...below];
  }
  return null;
}

export function countRequests(nodes: readonly ItemNode[]): number {
  return nodes.reduce((sum, node) => sum + (node.isFolder ? countRequests(node.children) : 1), 0);
}

/** The item with its id in it, so that it stays known when its name or its place changes. */
export function withOwnId({ id, isOwnId, item }: ItemNode): JsonObject {
  return isOwnId ? item : withKeys(item, { id });
}

/** The document with one item replaced, or taken out where `change` returns `null`. Others stay the same objects. */
export function changeItem(
  document: PostmanDocument,
  id: string,
  change: (node: ItemNode) => JsonObject | null,
): PostmanDocument {
  return withItems(document, changed(readItems(document), document.item, { id, change }));
}

function changed(
  nodes: readonly ItemNode[],
  items: readonly JsonValue[],
  target: { readonly id: string; readonly change: (node: ItemNode) => JsonObject | null },
): readonly JsonValue[] {
  const byItem = new Map(nodes.map((node) => [node.item, node]));
  return items.flatMap((item) => {
    const node = isJsonObject(item) ? byItem.get(item) : undefined;
    if (node === undefined) return [item];
    if (node.id === target.id) {
      const next = target.change(node);
      return next === null ? [] : [next];
    }
    if (!node.isFolder || pathTo(node.children, target.id) === null) return [item];
    const below = isJsonArray(node.item.item) ? node.item.item : [];
    return [withKeys(node.item, { item: changed(node.children, below, target) })];
  });
}

/** Where an item is put: in a folder (`null`: the collection itself), before another item of it or at its end. */
export interface Place {
  readonly folderId: string | null;
  readonly beforeId: string | null;
}

/** The document with this item in this place. The folder must exist; an unknown `beforeId` means the end. */
export function insertItem(document: PostmanDocument, item: JsonObject, place: Place): PostmanDocument {
  if (place.folderId === null) {
    return withItems(
      document,
      inserted(document.item, readItems(document), { item, beforeId: place.beforeId }),
    );
  }
  if (pathTo(readItems(document), place.folderId) === null) throw new Error('No such folder');
  return changeItem(document, place.folderId, (folder) => {
    const items = isJsonArray(folder.item.item) ? folder.item.item : [];
    return withKeys(folder.item, {
      item: inserted(items, folder.children, { item, beforeId: place.beforeId }),
    });
  });
}

function inserted(
  items: readonly JsonValue[],
  nodes: readonly ItemNode[],
  { item, beforeId }: { readonly item: JsonObject; readonly beforeId: string | null },
): readonly JsonValue[] {
  const before = nodes.find(({ id }) => id === beforeId)?.item;
  const at = before === undefined ? items.length : items.indexOf(before);
  return [...items.slice(0, at), item, ...items.slice(at)];
}

function withItems(document: PostmanDocument, items: readonly JsonValue[]): PostmanDocument {
  return { ...document, item: items };
}
