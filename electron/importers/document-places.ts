import {
  fieldOf,
  isJsonList,
  isJsonObject,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from './json-value.ts';
import { IMPORT_LIMITS } from './limits.ts';

export function collectionName(collection: JsonObject): string {
  return textOf(objectOf(collection, 'info'), 'name');
}

export interface ItemCount {
  readonly folders: number;
  readonly requests: number;
}

/** How many folders and requests a collection has. Depth was bounded when it was read. */
export function countItems(owner: Json | undefined): ItemCount {
  let folders = 0;
  let requests = 0;
  const items = fieldOf(owner, 'item');
  for (const item of isJsonList(items) ? items : []) {
    if (!isJsonObject(item)) continue;
    if (!isJsonList(fieldOf(item, 'item'))) {
      requests += 1;
      continue;
    }
    const inner = countItems(item);
    folders += 1 + inner.folders;
    requests += inner.requests;
  }
  return { folders, requests };
}

export function hasTooManyItems(collections: readonly JsonObject[]): boolean {
  const counts = collections.map(countItems);
  return counts.reduce((sum, { folders, requests }) => sum + folders + requests, 0) > IMPORT_LIMITS.requests;
}
