import type { FieldRow } from '../../shared/domain/http-request.ts';
import {
  isJsonArray,
  isJsonObject,
  textOf,
  withKeys,
  type JsonObject,
  type JsonValue,
} from './json-value.ts';
import { areSameRows, readRows, writeRows, type RowSpelling } from './row-mapping.ts';

export interface UrlParts {
  /** Without its query. */
  readonly url: string;
  readonly params: readonly FieldRow[];
  readonly pathVariables: readonly FieldRow[];
}

const TEMPLATE = /(\{\{[^{}]*\}\})/;
const ENCODED = /(?:%[0-9a-fA-F]{2})+/g;

/**
 * A query's text in a Postman file goes on the wire with its `%xx` and `+` as they are; Keyfob encodes what is typed. So a text is
 * decoded when it is read and encoded when it is written, where that makes a difference. What stands in `{{…}}` is a name.
 */
export const QUERY_SPELLING: RowSpelling = {
  read: (text) =>
    text.includes('+') || text.includes('%')
      ? outsideTemplates(text, (part) => part.replaceAll('+', ' ').replace(ENCODED, decoded))
      : text,
  write: (text) =>
    outsideTemplates(text, (part) => part.replaceAll(/%(?=[0-9a-fA-F]{2})/g, '%25').replaceAll('+', '%2B')),
};

function outsideTemplates(text: string, change: (part: string) => string): string {
  if (!text.includes('{{')) return change(text);
  return text
    .split(TEMPLATE)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch (error) {
    if (error instanceof URIError) return encoded;
    throw error;
  }
}

/** A request's `url`: a text, or an object with `raw`, `query` and `variable`. */
export function readUrl(value: JsonValue | undefined): UrlParts {
  if (!isJsonObject(value)) return { ...splitRaw(textOf(value)), pathVariables: [] };
  const raw = splitRaw(typeof value.raw === 'string' ? value.raw : joined(value));
  const params = isJsonArray(value.query) ? readRows(value.query, QUERY_SPELLING) : raw.params;
  return { url: raw.url, params, pathVariables: readRows(value.variable) };
}

/** The `url` with these parts; the same value when they are what it says. A plain text stays one while that is enough. */
export function writeUrl(value: JsonValue | undefined, wanted: UrlParts): JsonValue | undefined {
  const before = readUrl(value);
  // A query that was typed into the address is read back as parameters.
  const typed = splitRaw(wanted.url);
  const parts = { ...wanted, url: typed.url, params: [...typed.params, ...wanted.params] };
  const isUrlSame = before.url === parts.url;
  const areParamsSame = areSameRows(before.params, parts.params);
  const areVariablesSame = areSameRows(before.pathVariables, parts.pathVariables);
  if (isUrlSame && areParamsSame && areVariablesSame) return value;
  if (!isJsonObject(value) && parts.params.length === 0 && parts.pathVariables.length === 0) return parts.url;
  const object = isJsonObject(value) ? value : {};
  const query = areParamsSame && isJsonArray(object.query) ? object.query : queryOf(object, before, parts);
  const raw = withQuery(parts.url, query);
  return withKeys(object, {
    raw,
    ...(isUrlSame && object.raw !== undefined ? {} : pathPartsOf(parts.url)),
    query: query.length === 0 ? undefined : query,
    ...(areVariablesSame ? {} : { variable: variablesOf(object, parts.pathVariables) }),
  });
}

function queryOf(object: JsonObject, before: UrlParts, parts: UrlParts): readonly JsonValue[] {
  const list = isJsonArray(object.query) ? object.query : writeRows([], before.params, QUERY_SPELLING);
  return writeRows(list, parts.params, QUERY_SPELLING);
}

function variablesOf(object: JsonObject, rows: readonly FieldRow[]): JsonValue | undefined {
  return rows.length === 0 ? undefined : writeRows(object.variable, rows);
}

/** A query begins at the first `?` that is no part of a `{{name}}`; a fragment after it stays with the address. */
function splitRaw(raw: string): Pick<UrlParts, 'url' | 'params'> {
  if (!raw.includes('?')) return { url: raw, params: [] };
  if (!MAY_SEPARATE_IN_TEMPLATE.test(raw)) return splitPlain(raw);
  const hash = indexOutside(raw, '#', 0);
  const start = indexOutside(raw, '?', 0);
  if (start === -1 || (hash !== -1 && hash < start)) return { url: raw, params: [] };
  const end = hash === -1 ? raw.length : hash;
  const pairs = splitOutside(raw.slice(start + 1, end), '&').filter((pair) => pair !== '');
  const params = pairs.map((pair) => {
    const [name = '', ...rest] = splitOutside(pair, '=');
    const { read } = QUERY_SPELLING;
    return { name: read(name), value: read(rest.join('=')), isEnabled: true };
  });
  return { url: raw.slice(0, start) + raw.slice(end), params };
}

/** A separator behind an open brace; where none is, all of them separate. */
const MAY_SEPARATE_IN_TEMPLATE = /\{[^{}?#&=]*[?#&=]/;

function splitPlain(raw: string): Pick<UrlParts, 'url' | 'params'> {
  const start = raw.indexOf('?');
  const hash = raw.indexOf('#');
  if (hash !== -1 && hash < start) return { url: raw, params: [] };
  const end = hash === -1 ? raw.length : hash;
  const params: FieldRow[] = [];
  for (const pair of raw.slice(start + 1, end).split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = QUERY_SPELLING.read(at === -1 ? pair : pair.slice(0, at));
    params.push({ name, value: at === -1 ? '' : QUERY_SPELLING.read(pair.slice(at + 1)), isEnabled: true });
  }
  return { url: raw.slice(0, start) + raw.slice(end), params };
}

function splitOutside(text: string, separator: string): readonly string[] {
  if (!text.includes('{{')) return text.split(separator);
  const pieces: string[] = [];
  let position = 0;
  for (;;) {
    const end = indexOutside(text, separator, position);
    if (end === -1) return [...pieces, text.slice(position)];
    pieces.push(text.slice(position, end));
    position = end + separator.length;
  }
}

/** Where a separator stands first that is no part of a `{{name}}`; -1 for nowhere. */
function indexOutside(text: string, separator: string, from: number): number {
  for (let at = text.indexOf(separator, from); at !== -1; at = text.indexOf(separator, at + 1)) {
    if (!isInTemplate(text, at)) return at;
  }
  return -1;
}

/** A template holds no braces, so it is told by those that are next on either side. */
function isInTemplate(text: string, at: number): boolean {
  const opening = Math.max(text.lastIndexOf('{', at), text.lastIndexOf('}', at));
  if (opening < 1 || text[opening] !== '{' || text[opening - 1] !== '{') return false;
  const closing = text.indexOf('}', at);
  const next = text.indexOf('{', at);
  return closing !== -1 && text[closing + 1] === '}' && (next === -1 || next > closing);
}

function withQuery(url: string, query: readonly JsonValue[]): string {
  const pairs = query.filter(isJsonObject).filter((entry) => entry.disabled !== true);
  if (pairs.length === 0) return url;
  const text = pairs
    .map(({ key, value }) =>
      value === null || value === undefined
        ? textOf(key)
        : `${inRaw(textOf(key), true)}=${inRaw(textOf(value), false)}`,
    )
    .join('&');
  const hash = url.replaceAll(/\{\{[^{}]*\}\}/g, (template) => '_'.repeat(template.length)).indexOf('#');
  return hash === -1 ? `${url}?${text}` : `${url.slice(0, hash)}?${text}${url.slice(hash)}`;
}

/** A name or a value as it stands between the separators of a query. */
function inRaw(text: string, isName: boolean): string {
  return outsideTemplates(text, (part) =>
    part
      .replaceAll('&', '%26')
      .replaceAll('#', '%23')
      .replaceAll('=', isName ? '%3D' : '='),
  );
}

const ADDRESS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?([^/?#]*)([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s;

/** The parts that Postman keeps beside `raw`, and reads before it. */
function pathPartsOf(url: string): Readonly<Record<string, JsonValue | undefined>> {
  const [, protocol, authority = '', path = '', hash] = ADDRESS.exec(url) ?? [];
  const port = /:(\d+|\{\{[^{}]*\}\})$/.exec(authority);
  const host = port === null ? authority : authority.slice(0, port.index);
  return {
    protocol,
    host: host === '' ? undefined : splitOutside(host, '.'),
    port: port?.[1],
    path: path === '' ? undefined : splitOutside(path.slice(1), '/'),
    hash,
  };
}

/** The address that the parts of a `url` without `raw` make. */
function joined(url: JsonObject): string {
  const protocol = textOf(url.protocol);
  const host = isJsonArray(url.host) ? url.host.map(textOf).join('.') : textOf(url.host);
  const path = isJsonArray(url.path)
    ? url.path.map((segment) => (isJsonObject(segment) ? textOf(segment.value) : textOf(segment))).join('/')
    : textOf(url.path).replace(/^\//, '');
  const port = textOf(url.port);
  const hash = textOf(url.hash);
  return [
    protocol === '' ? '' : `${protocol.replace(/:?\/*$/, '')}://`,
    host,
    port === '' ? '' : `:${port}`,
    path === '' && !isJsonArray(url.path) ? '' : `/${path}`,
    hash === '' ? '' : `#${hash}`,
  ].join('');
}
