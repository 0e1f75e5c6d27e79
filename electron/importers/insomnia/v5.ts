import type { Converted, ImportNote } from '../importer.ts';
import {
  fieldOf,
  isJsonList,
  objectOf,
  objectsOf,
  textOf,
  type Json,
  type JsonObject,
} from '../json-value.ts';
import { collectionDocument, environmentDocument, folderItem, type Row } from '../postman-parts.ts';
import { insomniaAuth } from './insomnia-auth.ts';
import { environmentRows } from './insomnia-environment.ts';
import { insomniaEvents, insomniaRequest } from './insomnia-request.ts';
import { plainTemplates } from './insomnia-templates.ts';
import { worded } from '../../told.ts';

const LEFT_OUT = [
  ['cookieJar', 'importTheCookieJarLeft'],
  ['testSuites', 'importUnitTestsLeft'],
  ['spec', 'importTheApiSpecLeft'],
] as const;

/** Insomnia's export format 5: one document for a collection, its folders within it. */
export function convertInsomniaV5(document: Json): Converted {
  const notes: ImportNote[] = [];
  const name = textOf(document, 'name');
  const environments = objectOf(document, 'environments');
  const base = rowsOf(environments, notes);
  const subs = objectsOf(environments, 'subEnvironments').map((sub) =>
    environmentDocument(textOf(sub, 'name'), rowsOf(sub, notes)),
  );
  for (const [field, what] of LEFT_OUT) {
    const value = fieldOf(document, field);
    if (value !== undefined && value !== null)
      notes.push({ kind: 'dropped', what: worded(what), where: name });
  }
  if (textOf(document, 'type').startsWith('environment.')) {
    const own = environmentDocument(name, base);
    return { collections: [], environments: [own, ...subs], notes };
  }
  const collection = collectionDocument({
    name,
    description: textOf(objectOf(document, 'meta'), 'description'),
    item: itemsOf(fieldOf(document, 'collection'), notes),
    variable: base,
  });
  return { collections: [collection], environments: subs, notes };
}

function itemsOf(nodes: Json | undefined, notes: ImportNote[]): readonly JsonObject[] {
  if (!isJsonList(nodes)) return [];
  return objectsOf({ nodes }, 'nodes').flatMap((node) => {
    if (isJsonList(fieldOf(node, 'children'))) return [groupItem(node, notes)];
    const url = textOf(node, 'url');
    const isHttp =
      fieldOf(node, 'method') !== undefined &&
      !/^wss?:/.test(url) &&
      fieldOf(node, 'protoFileId') === undefined;
    if (isHttp) return [insomniaRequest(node, notes)];
    notes.push({ kind: 'dropped', what: worded('importNoHttpLeft'), where: textOf(node, 'name') });
    return [];
  });
}

function groupItem(group: JsonObject, notes: ImportNote[]): JsonObject {
  const name = textOf(group, 'name');
  const text = (value: string): string => plainTemplates(value, name, notes);
  if (Object.keys(objectOf(group, 'environment')).length > 0) {
    notes.push({ kind: 'dropped', what: worded('importFolderVariablesLeft'), where: name });
  }
  return folderItem({
    name,
    description: textOf(objectOf(group, 'meta'), 'description'),
    item: itemsOf(fieldOf(group, 'children'), notes),
    auth: insomniaAuth(objectOf(group, 'authentication'), { text, where: name, notes }),
    event: insomniaEvents(group, name, notes),
  });
}

function rowsOf(environment: JsonObject, notes: ImportNote[]): readonly Row[] {
  const where = textOf(environment, 'name');
  return environmentRows(objectOf(environment, 'data'), (value) => plainTemplates(value, where, notes));
}
