import { ok } from '../../shared/domain/app-error.ts';
import { notReadable } from './import-failures.ts';
import type { Converted, Importer } from './importer.ts';
import { fieldOf, isJsonObject, textOf, type Json, type JsonObject } from './json-value.ts';
import { normalizeCollection } from './postman/normalize-collection.ts';
import { convertV1, isV1 } from './postman/v1-collection.ts';
import { told } from '../told.ts';

/** Postman Collection v2.0 and v2.1, and the v1 of old exports; plain, or wrapped as the Postman API answers with it. */
export const postmanCollectionImporter: Importer = {
  id: 'postman-collection',
  detect: ({ document }) => {
    const collection = unwrapped(document);
    return collection !== null && (isV2(collection) || isV1(collection));
  },
  convert({ document }) {
    const collection = unwrapped(document);
    if (collection === null) return notReadable(told('noPostmanCollection'));
    return ok(convertCollection(collection));
  },
};

export function convertCollection(collection: JsonObject): Converted {
  const { document, notes } = isV1(collection) ? convertV1(collection) : normalizeCollection(collection);
  return { collections: [document], environments: [], notes };
}

function unwrapped(document: Json | null): JsonObject | null {
  if (!isJsonObject(document)) return null;
  const wrapped = fieldOf(document, 'collection');
  return isJsonObject(wrapped) && isJsonObject(fieldOf(wrapped, 'info')) ? wrapped : document;
}

export function isV2(collection: JsonObject): boolean {
  const info = fieldOf(collection, 'info');
  if (!isJsonObject(info) || !Array.isArray(fieldOf(collection, 'item'))) return false;
  const schema = textOf(info, 'schema');
  return schema === '' || /collection\/v2\.\d/.test(schema);
}
