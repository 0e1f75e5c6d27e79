import { isSensitiveHeader, isSensitiveName } from '../../../shared/domain/sensitive-names.ts';
import {
  asText,
  compact,
  fieldOf,
  isJsonList,
  isJsonObject,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from '../json-value.ts';
import { authOf } from '../postman-parts.ts';
import { decodeQueryText, encodeQueryText, postmanUrl, queryRows } from '../postman-url.ts';
import type { SecretUse } from './found-secrets.ts';
import { liftAuth } from './lift-auth.ts';
import { liftHeaderValue, liftText, requestOrigin, type LiftContext } from './lift-context.ts';
import { liftJsonText } from './lift-json-text.ts';

/** A request without its secrets. `place` names it for the person. */
export function liftRequest(request: JsonObject, place: string, context: LiftContext): JsonObject {
  const origin = requestOrigin(request, context);
  const at = { place, origins: origin === null ? [] : [origin] };
  const { url, credentials } = withoutCredentials(objectOf(request, 'url'));
  const own = fieldOf(request, 'auth');
  const auth = isJsonObject(own) ? own : credentials;
  return compact({
    ...request,
    url: liftUrl(url, at, context),
    header: liftHeaders(fieldOf(request, 'header'), at, context),
    body: isJsonObject(fieldOf(request, 'body'))
      ? liftBody(objectOf(request, 'body'), at, context)
      : fieldOf(request, 'body'),
    auth: isJsonObject(auth) ? liftAuth(auth, at, context) : own,
  });
}

export type Place = Pick<SecretUse, 'place' | 'origins'>;

export function liftHeaders(headers: Json | undefined, at: Place, context: LiftContext): Json | undefined {
  if (!isJsonList(headers)) return headers;
  return headers.map((header) => {
    const name = textOf(header, 'key');
    if (!isJsonObject(header) || !isSensitiveHeader(name)) return header;
    const use: SecretUse = { kind: 'header', label: name, headerName: name, ...at };
    return { ...header, value: liftHeaderValue(textOf(header, 'value'), use, context) };
  });
}

/** `https://name:password@host`: the credentials leave the URL, and become the auth of a request without one. */
function withoutCredentials(url: JsonObject): {
  readonly url: JsonObject;
  readonly credentials: JsonObject | null;
} {
  const raw = textOf(url, 'raw');
  const match = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/)([^/?#@]{1,4000})@/.exec(raw);
  if (match === null) return { url, credentials: null };
  const bare = postmanUrl({ raw: (match[1] ?? '') + raw.slice(match[0].length) });
  const [username = '', ...password] = decodeQueryText(match[2] ?? '').split(':');
  const { auth: _auth, ...rest } = url;
  return {
    url: { ...rest, ...bare, ...(url['query'] === undefined ? {} : { query: url['query'] }) },
    credentials: authOf('basic', { username, password: password.join(':') }),
  };
}

function liftUrl(url: JsonObject, at: Place, context: LiftContext): JsonObject {
  const lifted = new Map<string, string>();
  const query = liftRows(fieldOf(url, 'query'), { ...at, lifted, isEncoded: true }, context);
  const raw = liftRawQuery(textOf(url, 'raw'), { ...at, lifted, isEncoded: true }, context);
  return compact({ ...url, raw, query, variable: liftRows(fieldOf(url, 'variable'), at, context) });
}

interface RowsPlace extends Place {
  /** Encoded values that were taken out of the rows, with what stands for them. */
  readonly lifted?: Map<string, string>;
  readonly isEncoded?: boolean;
}

/** Rows of a query, of path variables or of a form. */
function liftRows(rows: Json | undefined, at: RowsPlace, context: LiftContext): Json | undefined {
  if (!isJsonList(rows)) return rows;
  return rows.map((row) => {
    const name = textOf(row, 'key');
    if (!isJsonObject(row) || !isSensitive(name, textOf(row, 'value')) || textOf(row, 'type') === 'file')
      return row;
    return { ...row, value: liftParameter({ name, value: textOf(row, 'value') }, at, context) };
  });
}

function liftParameter(
  { name, value }: { readonly name: string; readonly value: string },
  at: RowsPlace,
  context: LiftContext,
): string {
  const kind = at.isEncoded === true ? 'query' : 'body';
  const use: SecretUse = { kind, label: name, headerName: null, place: at.place, origins: at.origins };
  const plain = at.isEncoded === true ? decodeQueryText(value) : value;
  const lifted = liftText(plain, use, context);
  return lifted === plain ? value : lifted;
}

/** `key` alone names many harmless things; a plain word under it is no secret. */
function isSensitive(name: string, value: string): boolean {
  return isSensitiveName(name) && !(/^key$/i.test(name) && /^[A-Za-z _-]{0,15}$/.test(value));
}

/** `raw` holds the query once more. */
function liftRawQuery(raw: string, at: RowsPlace, context: LiftContext): string {
  const start = raw.indexOf('?');
  if (start === -1) return raw;
  const hash = raw.indexOf('#', start);
  const end = hash === -1 ? raw.length : hash;
  const pairs = queryRows(raw.slice(start + 1, end)).map(({ key, value }) => {
    if (value === '') return key;
    const name = decodeQueryText(key);
    return isSensitive(name, value)
      ? `${key}=${liftParameter({ name, value }, at, context)}`
      : `${key}=${value}`;
  });
  return `${raw.slice(0, start)}${pairs.length === 0 ? '' : '?'}${pairs.join('&')}${raw.slice(end)}`;
}

function liftBody(body: JsonObject, at: Place, context: LiftContext): JsonObject {
  const text = (label: string, value: Json | undefined): Json | undefined =>
    typeof value === 'string'
      ? liftJsonText(value, { kind: 'body', label, headerName: null, ...at }, context)
      : value;
  const graphql = fieldOf(body, 'graphql');
  return compact({
    ...body,
    raw: rawText(body, at, context) ?? text('', fieldOf(body, 'raw')),
    urlencoded: liftRows(fieldOf(body, 'urlencoded'), at, context),
    formdata: liftRows(fieldOf(body, 'formdata'), at, context),
    graphql: isJsonObject(graphql)
      ? compact({ ...graphql, variables: text('', fieldOf(graphql, 'variables')) })
      : graphql,
  });
}

/** A form that stands as text. */
function rawText(body: JsonObject, at: Place, context: LiftContext): string | null {
  const raw = asText(fieldOf(body, 'raw'));
  if (
    raw.length > 100_000 ||
    !/^[\w.~%+[\]-]{1,200}=[^\s{}"<>]*(?:&[\w.~%+[\]-]{1,200}=[^\s{}"<>]*)*$/.test(raw)
  )
    return null;
  return queryRows(raw)
    .map(({ key, value }) => {
      const name = decodeQueryText(key);
      if (!isSensitive(name, value)) return `${key}=${value}`;
      const plain = decodeQueryText(value);
      const lifted = liftText(plain, { kind: 'body', label: name, headerName: null, ...at }, context);
      return `${key}=${lifted === plain ? value : encodeQueryText(lifted)}`;
    })
    .join('&');
}
