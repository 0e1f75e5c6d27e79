import type { Converted, ImportNote } from '../importer.ts';
import {
  asText,
  fieldOf,
  isJsonObject,
  listOf,
  objectOf,
  objectsOf,
  textOf,
  type Json,
  type JsonObject,
} from '../json-value.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import { collectionDocument, folderItem, nameOr, type Row } from '../postman-parts.ts';
import { openapiRequest } from './operation-request.ts';
import { documentReferences, type References } from './references.ts';
import type { Budget } from './schema-example.ts';
import { securityAuth } from './security-auth.ts';
import { worded } from '../../told.ts';

export const OPENAPI_METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
const EXAMPLE_VALUES = 50_000;

export interface OpenApiReading {
  readonly document: Json;
  readonly references: References;
  readonly budget: Budget;
  readonly notes: ImportNote[];
}

/** A folder for each tag, a request for each operation; `{{baseUrl}}` is the first server. */
export function convertOpenApi(document: Json): Converted {
  const references = documentReferences(document);
  const notes: ImportNote[] = [];
  const reading: OpenApiReading = { document, references, budget: { left: EXAMPLE_VALUES }, notes };
  const info = objectOf(document, 'info');
  const auth = securityAuth(listOf(document, 'security'), reading);
  const collection = collectionDocument({
    name: textOf(info, 'title'),
    description: textOf(info, 'description'),
    item: byTag(document, reading),
    auth: auth?.kind === 'auth' ? auth.auth : undefined,
    variable: [{ key: 'baseUrl', value: baseUrlOf(document, notes) }, ...variablesOf(document, reading)],
  });
  noteRest(document, reading);
  return { collections: [collection], environments: [], notes };
}

function noteRest(document: Json, { references, notes, budget }: OpenApiReading): void {
  for (const [field, what] of [
    ['webhooks', 'importWebhooksLeft'],
    ['externalDocs', 'importDocsLinkLeft'],
  ] as const) {
    if (isJsonObject(fieldOf(document, field)))
      notes.push({ kind: 'dropped', what: worded(what), where: '' });
  }
  for (const reference of [...references.refused].slice(0, 50)) {
    notes.push({
      kind: 'dropped',
      what: worded('importReferenceLeft'),
      where: reference,
    });
  }
  if (budget.left <= 0) notes.push({ kind: 'dropped', what: worded('importExamplesLeft'), where: '' });
}

function byTag(document: Json, reading: OpenApiReading): readonly JsonObject[] {
  const folders = new Map<string, JsonObject[]>();
  const descriptions = new Map<string, string>();
  for (const tag of objectsOf(document, 'tags')) {
    folders.set(textOf(tag, 'name'), []);
    descriptions.set(textOf(tag, 'name'), textOf(tag, 'description'));
  }
  const untagged: JsonObject[] = [];
  let count = 0;
  for (const [path, unresolved] of Object.entries(objectOf(document, 'paths'))) {
    const pathItem = reading.references.resolve(unresolved);
    for (const method of OPENAPI_METHODS) {
      const operation = fieldOf(pathItem, method);
      if (!isJsonObject(operation) || count >= IMPORT_LIMITS.requests) continue;
      count += 1;
      const item = openapiRequest({ path, method, pathItem, operation }, reading);
      const tag = asText(listOf(operation, 'tags')[0]);
      if (tag === '') {
        untagged.push(item);
        continue;
      }
      const items = folders.get(tag) ?? [];
      items.push(item);
      folders.set(tag, items);
    }
  }
  const tagged = [...folders]
    .filter(([, item]) => item.length > 0)
    .map(([name, item]) => folderItem({ name, description: descriptions.get(name) ?? '', item }));
  return [...tagged, ...untagged];
}

/** The first server, its variables in place. */
function baseUrlOf(document: Json, notes: ImportNote[]): string {
  const servers = objectsOf(document, 'servers');
  const [server] = servers;
  if (servers.length > 1)
    notes.push({
      kind: 'dropped',
      what: worded('importServersLeft', { count: servers.length - 1 }),
      where: 'servers',
    });
  if (server === undefined) return '';
  const variables = objectOf(server, 'variables');
  return textOf(server, 'url')
    .replaceAll(/\{([^{}]{1,100})\}/g, (whole, name: string) => {
      const given = textOf(objectOf(variables, name), 'default');
      return given === '' ? whole : given;
    })
    .replace(/\/$/, '');
}

/** A variable for each thing that a security scheme needs. */
function variablesOf(document: Json, { references }: OpenApiReading): readonly Row[] {
  const schemes = objectOf(objectOf(document, 'components'), 'securitySchemes');
  return Object.entries(schemes).flatMap(([name, unresolved]) => {
    const scheme = references.resolve(unresolved);
    const variable = nameOr(name, 'credential');
    if (textOf(scheme, 'type') === 'http' && textOf(scheme, 'scheme').toLowerCase() === 'basic') {
      return [
        { key: `${variable}Username`, value: '' },
        { key: `${variable}Password`, value: '' },
      ];
    }
    return [{ key: variable, value: '' }];
  });
}
