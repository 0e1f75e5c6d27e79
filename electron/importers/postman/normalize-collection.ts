import type { ImportNote } from '../importer.ts';
import {
  asText,
  compact,
  fieldOf,
  isJsonList,
  isJsonObject,
  objectOf,
  objectsOf,
  textOf,
  type Json,
  type JsonObject,
} from '../json-value.ts';
import { cleanName, COLLECTION_SCHEMA } from '../postman-parts.ts';
import { postmanUrl } from '../postman-url.ts';
import { normalizeProxy } from './normalize-proxy.ts';
import { worded } from '../../told.ts';

/** What in Postman's own format Keyfob keeps in the file and does nothing with. */
const KEPT_SETTINGS = ['protocolProfileBehavior', 'proxy', 'certificate'] as const;

/**
 * A Postman Collection v2.0 or v2.1 as v2.1, which differ in how auth, URLs and descriptions are written
 * (https://schema.postman.com). Everything that Keyfob does not know stays as it is; scripts are noted, never run.
 */
export function normalizeCollection(collection: JsonObject): {
  readonly document: JsonObject;
  readonly notes: readonly ImportNote[];
} {
  const notes: ImportNote[] = [];
  const info = objectOf(collection, 'info');
  const name = cleanName(textOf(info, 'name'));
  noteKept(collection, name, notes);
  const document = {
    ...collection,
    info: { ...info, name, schema: COLLECTION_SCHEMA },
    item: objectsOf(collection, 'item').map((item) => normalizeItem(item, notes)),
    ...replaced(collection, 'auth', normalizeAuth),
    ...replaced(collection, 'variable', normalizeVariables),
  };
  return { document, notes };
}

function replaced(object: JsonObject, name: string, change: (value: Json) => Json): JsonObject {
  const value = fieldOf(object, name);
  return value === undefined || value === null ? {} : { [name]: change(value) };
}

function noteKept(owner: JsonObject, where: string, notes: ImportNote[]): void {
  for (const event of objectsOf(owner, 'event')) {
    const exec = fieldOf(objectOf(event, 'script'), 'exec');
    const script = isJsonList(exec) ? exec.map(asText).join('\n') : asText(exec);
    if (script.trim() === '') continue;
    const listen = textOf(event, 'listen');
    notes.push({
      kind: 'kept',
      what: listen === 'test' ? worded('importTests') : worded('importPreRequestScript'),
      where,
    });
  }
  for (const setting of KEPT_SETTINGS) {
    if (isJsonObject(fieldOf(owner, setting)))
      notes.push({ kind: 'kept', what: worded('importSettingKept', { name: setting }), where });
  }
}

function normalizeItem(item: JsonObject, notes: ImportNote[]): JsonObject {
  const children = fieldOf(item, 'item');
  const name = cleanName(textOf(item, 'name'));
  noteKept(item, name, notes);
  const common = {
    ...item,
    name,
    ...replaced(item, 'auth', normalizeAuth),
    ...replaced(item, 'variable', normalizeVariables),
  };
  if (isJsonList(children)) {
    return { ...common, item: children.filter(isJsonObject).map((child) => normalizeItem(child, notes)) };
  }
  return {
    ...common,
    request: normalizeProxy(normalizeRequest(fieldOf(item, 'request')), name, notes),
    ...replaced(item, 'response', normalizeResponses),
  };
}

function normalizeResponses(responses: Json): Json {
  if (!isJsonList(responses)) return [];
  return responses.filter(isJsonObject).map((response) => ({
    ...response,
    ...replaced(response, 'originalRequest', normalizeRequest),
    ...replaced(response, 'header', normalizeHeaders),
  }));
}

/** A request may be its URL alone. */
export function normalizeRequest(request: Json | undefined): JsonObject {
  if (!isJsonObject(request)) return { method: 'GET', header: [], url: postmanUrl({ raw: asText(request) }) };
  return compact({
    ...request,
    method: textOf(request, 'method') === '' ? 'GET' : textOf(request, 'method'),
    header: normalizeHeaders(fieldOf(request, 'header') ?? []),
    url: normalizeUrl(fieldOf(request, 'url')),
    ...replaced(request, 'auth', normalizeAuth),
  });
}

/** Text headers are lines of `Name: value`; `//` before one takes it out. */
export function normalizeHeaders(headers: Json): Json {
  if (isJsonList(headers)) {
    return headers.flatMap((header) =>
      typeof header === 'string' ? headerLines(header) : isJsonObject(header) ? [header] : [],
    );
  }
  return headerLines(asText(headers));
}

export function headerLines(text: string): readonly JsonObject[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':', line.startsWith('//') ? 2 : 1);
    if (colon === -1) return [];
    const isDisabled = line.startsWith('//');
    const key = line.slice(isDisabled ? 2 : 0, colon).trim();
    if (key === '') return [];
    return [compact({ key, value: line.slice(colon + 1).trim(), disabled: isDisabled ? true : undefined })];
  });
}

/** v2.0 has URLs as texts, and path variables with `id` for their name. An object without `raw` gets one. */
export function normalizeUrl(url: Json | undefined): JsonObject {
  if (!isJsonObject(url)) return postmanUrl({ raw: asText(url) });
  const variables = objectsOf(url, 'variable').map((variable) => {
    const key = textOf(variable, 'key') === '' ? textOf(variable, 'id') : textOf(variable, 'key');
    return { ...variable, key };
  });
  const raw = textOf(url, 'raw') === '' ? joinedUrl(url) : textOf(url, 'raw');
  const parts =
    fieldOf(url, 'host') === undefined && fieldOf(url, 'path') === undefined ? postmanUrl({ raw }) : {};
  return compact({ ...parts, ...url, raw, variable: variables.length === 0 ? undefined : variables });
}

function joinedUrl(url: JsonObject): string {
  const joined = (name: string, separator: string): string => {
    const value = fieldOf(url, name);
    if (!isJsonList(value)) return asText(value);
    return value.map((part) => (isJsonObject(part) ? textOf(part, 'value') : asText(part))).join(separator);
  };
  const protocol = textOf(url, 'protocol').replace(/:?\/*$/, '');
  const port = textOf(url, 'port');
  const path = joined('path', '/').replace(/^\//, '');
  const query = objectsOf(url, 'query')
    .filter((row) => fieldOf(row, 'disabled') !== true)
    .map((row) => `${textOf(row, 'key')}=${textOf(row, 'value')}`)
    .join('&');
  return (
    (protocol === '' ? '' : `${protocol}://`) +
    joined('host', '.') +
    (port === '' ? '' : `:${port}`) +
    (path === '' ? '' : `/${path}`) +
    (query === '' ? '' : `?${query}`)
  );
}

/** v2.0 has `{ basic: { username: … } }`, v2.1 a list of `{ key, value }`. */
export function normalizeAuth(auth: Json): Json {
  if (!isJsonObject(auth)) return null;
  const type = textOf(auth, 'type');
  const fields = type === '' ? undefined : fieldOf(auth, type);
  if (!isJsonObject(fields)) return auth;
  const rows = Object.entries(fields).map(([key, value]) => ({ key, value, type: typeOf(value) }));
  return { ...auth, [type]: rows };
}

function typeOf(value: Json): string {
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'string' : 'any';
}

/** Variables may be named by `id` in v2.0. */
function normalizeVariables(variables: Json): Json {
  if (!isJsonList(variables)) return [];
  return variables.filter(isJsonObject).map((variable) => {
    const key = textOf(variable, 'key') === '' ? textOf(variable, 'id') : textOf(variable, 'key');
    return { ...variable, key };
  });
}
