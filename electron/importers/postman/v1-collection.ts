import type { ImportNote } from '../importer.ts';
import {
  asText,
  compact,
  fieldOf,
  isJsonList,
  isJsonObject,
  listOf,
  objectOf,
  objectsOf,
  textOf,
  type JsonObject,
} from '../json-value.ts';
import {
  authOf,
  collectionDocument,
  fileBody,
  folderItem,
  formDataBody,
  graphqlBody,
  languageOf,
  rawBody,
  requestItem,
  scriptEvent,
  urlencodedBody,
  type Row,
} from '../postman-parts.ts';
import { postmanUrl } from '../postman-url.ts';
import { headerLines, normalizeAuth } from './normalize-collection.ts';
import { worded } from '../../told.ts';

/** Old exports and data dumps: requests in one list, folders that name them by id. */
export function isV1(collection: JsonObject): boolean {
  return Array.isArray(fieldOf(collection, 'requests')) && Array.isArray(fieldOf(collection, 'order'));
}

interface Reading {
  readonly requests: ReadonlyMap<string, JsonObject>;
  readonly folders: ReadonlyMap<string, JsonObject>;
  readonly notes: ImportNote[];
  /** Each is taken once, so that folders which hold each other end. */
  readonly taken: Set<string>;
}

export function convertV1(collection: JsonObject): {
  readonly document: JsonObject;
  readonly notes: readonly ImportNote[];
} {
  const reading: Reading = {
    requests: byId(objectsOf(collection, 'requests')),
    folders: byId(objectsOf(collection, 'folders')),
    notes: [],
    taken: new Set(),
  };
  const item = itemsOf(collection, reading);
  for (const [id, request] of reading.requests)
    if (!reading.taken.has(id)) item.push(itemOf(request, reading));
  const document = collectionDocument({
    name: textOf(collection, 'name'),
    description: textOf(collection, 'description'),
    item,
    auth: v1Auth(collection),
    variable: objectsOf(collection, 'variables').map((row) => ({
      key: textOf(row, 'key'),
      value: textOf(row, 'value'),
    })),
    event: eventsOf(collection, textOf(collection, 'name'), reading.notes),
  });
  return { document, notes: reading.notes };
}

function byId(objects: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
  return new Map(objects.map((object) => [textOf(object, 'id'), object]));
}

function itemsOf(owner: JsonObject, reading: Reading): JsonObject[] {
  const items: JsonObject[] = [];
  const folderIds = [...listOf(owner, 'folders_order'), ...(isV1(owner) ? topFolders(owner) : [])].map(
    asText,
  );
  for (const id of folderIds) {
    const folder = reading.folders.get(id);
    if (folder === undefined || reading.taken.has(id)) continue;
    reading.taken.add(id);
    items.push(
      folderItem({
        name: textOf(folder, 'name'),
        description: textOf(folder, 'description'),
        item: itemsOf(folder, reading),
        auth: v1Auth(folder),
        event: eventsOf(folder, textOf(folder, 'name'), reading.notes),
      }),
    );
  }
  for (const id of listOf(owner, 'order').map(asText)) {
    const request = reading.requests.get(id);
    if (request === undefined || reading.taken.has(id)) continue;
    reading.taken.add(id);
    items.push(itemOf(request, reading));
  }
  return items;
}

/** Dumps without `folders_order`: every folder that stands in no other. */
function topFolders(collection: JsonObject): readonly string[] {
  const folders = objectsOf(collection, 'folders');
  const inner = new Set(folders.flatMap((folder) => listOf(folder, 'folders_order').map(asText)));
  return folders.map((folder) => textOf(folder, 'id')).filter((id) => !inner.has(id));
}

function itemOf(request: JsonObject, { notes }: Reading): JsonObject {
  const name = textOf(request, 'name');
  const query = objectsOf(request, 'queryParams').map(v1Row);
  const variables = objectsOf(request, 'pathVariableData').map(v1Row);
  const raw = textOf(request, 'url');
  const headers = headersOf(request);
  return requestItem({
    name,
    method: textOf(request, 'method') === '' ? 'GET' : textOf(request, 'method'),
    url: postmanUrl({ raw, ...(query.length > 0 ? { query } : {}), pathVariables: variables }),
    headers,
    body: v1Body(request, headers),
    auth: v1Auth(request),
    description: textOf(request, 'description'),
    event: eventsOf(request, name, notes),
  });
}

function v1Row(row: JsonObject): Row {
  return {
    key: textOf(row, 'key'),
    value: textOf(row, 'value'),
    isEnabled: fieldOf(row, 'enabled') !== false,
    description: textOf(row, 'description'),
  };
}

function headersOf(request: JsonObject): readonly Row[] {
  const rows = objectsOf(request, 'headerData');
  if (rows.length > 0) return rows.map(v1Row);
  return headerLines(textOf(request, 'headers')).map((row) => ({
    key: textOf(row, 'key'),
    value: textOf(row, 'value'),
    isEnabled: fieldOf(row, 'disabled') !== true,
  }));
}

function v1Body(request: JsonObject, headers: readonly Row[]): JsonObject | undefined {
  const rows = objectsOf(request, 'data');
  switch (textOf(request, 'dataMode')) {
    case 'raw': {
      const data = fieldOf(request, 'data');
      const text = typeof data === 'string' ? data : textOf(request, 'rawModeData');
      const type = headers.find(({ key }) => key.toLowerCase() === 'content-type')?.value ?? '';
      return text === '' ? undefined : rawBody(text, languageOf(type));
    }
    case 'urlencoded':
      return urlencodedBody(rows.map(v1Row));
    case 'params':
      return rows.length === 0 ? undefined : formDataBody(rows.map(formField));
    case 'binary':
      return fileBody('');
    case 'graphql': {
      const graphql = objectOf(request, 'graphqlModeData');
      return graphqlBody(textOf(graphql, 'query'), textOf(graphql, 'variables'));
    }
    default:
      return undefined;
  }
}

function formField(row: JsonObject): JsonObject {
  const isFile = textOf(row, 'type') === 'file';
  return compact({
    key: textOf(row, 'key'),
    type: isFile ? 'file' : 'text',
    value: isFile ? undefined : textOf(row, 'value'),
    src: isFile ? textOf(row, 'value') : undefined,
    disabled: fieldOf(row, 'enabled') === false ? true : undefined,
  });
}

const HELPERS: Readonly<Record<string, string>> = {
  basicAuth: 'basic',
  bearerAuth: 'bearer',
  digestAuth: 'digest',
  hawkAuth: 'hawk',
  oAuth1: 'oauth1',
  oAuth2: 'oauth2',
  awsSigV4: 'awsv4',
  noAuth: 'noauth',
};

/** `auth` as in v2, or the older `currentHelper` with its attributes. */
function v1Auth(owner: JsonObject): JsonObject | undefined {
  const auth = fieldOf(owner, 'auth');
  if (isJsonObject(auth)) {
    const normalized = normalizeAuth(auth);
    return isJsonObject(normalized) ? normalized : undefined;
  }
  const helper = textOf(owner, 'currentHelper');
  const type = Object.hasOwn(HELPERS, helper) ? HELPERS[helper] : undefined;
  if (type === undefined) return undefined;
  const { id: _id, ...fields } = objectOf(owner, 'helperAttributes');
  return authOf(type, fields);
}

function eventsOf(owner: JsonObject, where: string, notes: ImportNote[]): readonly JsonObject[] {
  const listed = objectsOf(owner, 'events').map((event) => {
    const exec = fieldOf(objectOf(event, 'script'), 'exec');
    const script = isJsonList(exec) ? exec.map(asText).join('\n') : asText(exec);
    return scriptEvent(textOf(event, 'listen') === 'test' ? 'test' : 'prerequest', script);
  });
  const single = [
    scriptEvent('prerequest', textOf(owner, 'preRequestScript')),
    scriptEvent('test', textOf(owner, 'tests')),
  ];
  const events = (listed.length > 0 ? listed : single).filter((event) => event !== null);
  for (const event of events) {
    notes.push({
      kind: 'kept',
      what: event['listen'] === 'test' ? worded('importTests') : worded('importPreRequestScript'),
      where,
    });
  }
  return events;
}
