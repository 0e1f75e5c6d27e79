import { compact, type Json, type JsonObject } from './json-value.ts';

/** https://schema.postman.com/json/collection/v2.1.0/collection.json */
export const COLLECTION_SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** A row of a query, of headers, of a form or of variables. */
export interface Row {
  readonly key: string;
  readonly value: string;
  readonly isEnabled?: boolean;
  readonly description?: string;
}

export interface CollectionParts {
  readonly name: string;
  readonly description?: string;
  readonly item: readonly JsonObject[];
  readonly auth?: JsonObject | undefined;
  readonly variable?: readonly Row[];
  readonly event?: readonly JsonObject[];
}

export function collectionDocument(parts: CollectionParts): JsonObject {
  return compact({
    info: compact({
      name: cleanName(parts.name),
      description: orNone(parts.description),
      schema: COLLECTION_SCHEMA,
    }),
    item: parts.item,
    auth: parts.auth,
    event: orNoList(parts.event),
    variable: orNoList(parts.variable?.map(variableOf)),
  });
}

export interface FolderParts {
  readonly name: string;
  readonly description?: string;
  readonly item: readonly JsonObject[];
  readonly auth?: JsonObject | undefined;
  readonly event?: readonly JsonObject[];
}

export function folderItem(parts: FolderParts): JsonObject {
  return compact({
    name: cleanName(parts.name),
    description: orNone(parts.description),
    item: parts.item,
    auth: parts.auth,
    event: orNoList(parts.event),
  });
}

export interface RequestParts {
  readonly name: string;
  readonly method: string;
  readonly url: JsonObject;
  readonly headers?: readonly Row[];
  readonly body?: JsonObject | undefined;
  readonly auth?: JsonObject | undefined;
  readonly proxy?: JsonObject | null;
  readonly description?: string;
  readonly event?: readonly JsonObject[];
}

export function requestItem(parts: RequestParts): JsonObject {
  return compact({
    name: cleanName(parts.name) || cleanName(textOfUrl(parts.url)),
    event: orNoList(parts.event),
    request: compact({
      method: methodOf(parts.method),
      header: (parts.headers ?? []).map(rowOf),
      body: parts.body,
      auth: parts.auth,
      url: parts.url,
      proxy: parts.proxy ?? undefined,
      description: orNone(parts.description),
    }),
    response: [],
  });
}

/** A script as Postman keeps it; Keyfob never runs one. */
export function scriptEvent(listen: 'prerequest' | 'test', script: string): JsonObject | null {
  if (script.trim() === '') return null;
  return { listen, script: { type: 'text/javascript', exec: script.split('\n') } };
}

export function environmentDocument(
  name: string,
  rows: readonly (Row & { readonly isSecret?: boolean })[],
  scope: 'environment' | 'globals' = 'environment',
): JsonObject {
  return {
    name: cleanName(name),
    values: rows.map((row) => ({
      key: row.key,
      value: row.value,
      type: row.isSecret === true ? 'secret' : 'default',
      enabled: row.isEnabled !== false,
    })),
    _postman_variable_scope: scope,
  };
}

export function authOf(type: string, fields: Readonly<Record<string, Json>> = {}): JsonObject {
  if (type === 'noauth') return { type };
  const rows = Object.entries(fields).map(([key, value]) => ({
    key,
    value,
    type: typeof value === 'boolean' ? 'boolean' : 'string',
  }));
  return { type, [type]: rows };
}

export function rowOf(row: Row): JsonObject {
  return compact({
    key: row.key,
    value: row.value,
    disabled: row.isEnabled === false ? true : undefined,
    description: orNone(row.description),
  });
}

function variableOf(row: Row): JsonObject {
  return compact({ ...rowOf(row), type: 'string' });
}

export function rawBody(text: string, language: string): JsonObject {
  return { mode: 'raw', raw: text, options: { raw: { language } } };
}

/** `json`, `xml`, `html`, `javascript` or `text`, for a media type. */
export function languageOf(mediaType: string): string {
  const type = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  if (/[/+]json$/.test(type)) return 'json';
  if (/[/+]xml$/.test(type)) return 'xml';
  if (type === 'text/html') return 'html';
  return /javascript$/.test(type) ? 'javascript' : 'text';
}

export function urlencodedBody(rows: readonly Row[]): JsonObject {
  return { mode: 'urlencoded', urlencoded: rows.map(rowOf) };
}

/** `fields` as Postman has them: `{ key, type: 'text', value }` or `{ key, type: 'file', src }`. */
export function formDataBody(fields: readonly JsonObject[]): JsonObject {
  return { mode: 'formdata', formdata: fields };
}

/** Names a file; importing never reads it. */
export function fileBody(path: string): JsonObject {
  return { mode: 'file', file: path === '' ? {} : { src: path } };
}

export function graphqlBody(query: string, variables: string, operationName = ''): JsonObject {
  const operation = operationName === '' ? {} : { operationName };
  return { mode: 'graphql', graphql: { query, variables, ...operation } };
}

function methodOf(method: string): string {
  const upper = method.trim().toUpperCase();
  return /^[A-Z0-9!#$%&'*+.^_`|~-]{1,40}$/.test(upper) ? upper : 'GET';
}

/** A name that can be shown in a line; what has none is named by `nameUnnamed`. */
export function cleanName(name: string): string {
  const cleaned = name
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return cleaned.slice(0, 200);
}

export function nameOr(name: string, fallback: string): string {
  return cleanName(name) || fallback;
}

/** Without its query and credentials: a name is shown everywhere. */
function textOfUrl(url: JsonObject): string {
  const raw = typeof url['raw'] === 'string' ? url['raw'] : '';
  return (raw.split(/[?#]/)[0] ?? '').replace(/\/\/[^/@]*@/, '//');
}

function orNone(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}

function orNoList<Item>(list: readonly Item[] | undefined): readonly Item[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
