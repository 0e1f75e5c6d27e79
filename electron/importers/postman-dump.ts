import { ok } from '../../shared/domain/app-error.ts';
import { notReadable } from './import-failures.ts';
import type { ImportNote, Importer } from './importer.ts';
import {
  fieldOf,
  isJsonObject,
  listOf,
  objectsOf,
  textOf,
  type Json,
  type JsonObject,
} from './json-value.ts';
import { convertCollection } from './postman-collection.ts';
import { convertEnvironment } from './postman-environment.ts';
import { environmentDocument } from './postman-parts.ts';
import { told, worded } from '../told.ts';

const DROPPED = ['headerPresets'] as const;

/** Postman's data dump (Settings, Data, Export): all collections and environments in one file. */
export const postmanDumpImporter: Importer = {
  id: 'postman-dump',
  detect: ({ document }) => isDump(document),
  convert({ document }) {
    if (!isDump(document)) return notReadable(told('noPostmanDump'));
    const collections: JsonObject[] = [];
    const notes: ImportNote[] = [];
    for (const collection of objectsOf(document, 'collections')) {
      const converted = convertCollection(collection);
      collections.push(...converted.collections);
      notes.push(...converted.notes);
    }
    const environments = objectsOf(document, 'environments').map(convertEnvironment);
    const globals = objectsOf(document, 'globals');
    if (globals.length > 0) environments.push(globalsDocument(globals));
    for (const name of DROPPED) {
      if (listOf(document, name).length > 0)
        notes.push({ kind: 'dropped', what: worded('importHeaderPresetsLeft'), where: '' });
    }
    return ok({ collections, environments, notes });
  },
};

function isDump(document: Json | null): document is JsonObject {
  return (
    isJsonObject(document) &&
    (Array.isArray(fieldOf(document, 'collections')) || Array.isArray(fieldOf(document, 'environments'))) &&
    fieldOf(document, 'version') !== undefined &&
    fieldOf(document, 'openapi') === undefined
  );
}

function globalsDocument(rows: readonly JsonObject[]): JsonObject {
  return environmentDocument(
    '',
    rows.map((row) => ({
      key: textOf(row, 'key'),
      value: textOf(row, 'value'),
      isEnabled: fieldOf(row, 'enabled') !== false,
      isSecret: textOf(row, 'type') === 'secret',
    })),
    'globals',
  );
}
