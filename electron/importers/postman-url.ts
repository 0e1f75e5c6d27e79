import { compact, type JsonObject } from './json-value.ts';
import { rowOf, type Row } from './postman-parts.ts';

const TEMPLATE = /(\{\{[^{}]*\}\})/;
const ADDRESS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

export interface UrlParts {
  /** As it is typed; its query counts only when `query` is left out. */
  readonly raw: string;
  /** Rows as they stand in the URL, encoded. */
  readonly query?: readonly Row[];
  readonly pathVariables?: readonly Row[];
}

/** A `url` object as Postman Collection v2.1 has it: `raw`, and the same in parts. */
export function postmanUrl({ raw, query, pathVariables = [] }: UrlParts): JsonObject {
  const trimmed = raw.trim();
  const [, protocol, authority = '', path = '', typed, hash] = parse(trimmed);
  const rows = query ?? queryRows(typed ?? '');
  const address = trimmed.slice(0, addressEnd(trimmed));
  const { host, port } = hostOf(authority);
  return compact({
    raw: withQuery(address, rows) + (hash === undefined ? '' : `#${hash}`),
    protocol,
    host: host === '' ? undefined : splitOutside(host, '.'),
    port,
    path: path === '' ? undefined : splitOutside(path.slice(1), '/'),
    query: rows.length === 0 ? undefined : rows.map(rowOf),
    hash,
    variable: pathVariables.length === 0 ? undefined : pathVariables.map(rowOf),
  });
}

/** A query's rows, as encoded as they stand. */
export function queryRows(query: string): readonly Row[] {
  return splitOutside(query, '&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [key = '', ...rest] = splitOutside(pair, '=');
      return { key, value: rest.join('=') };
    });
}

/** A row's text as it may stand in a query; what stands in `{{…}}` is a name. */
export function encodeQueryText(text: string): string {
  return outsideTemplates(text, (part) => encodeURIComponent(part.toWellFormed()));
}

export function decodeQueryText(text: string): string {
  return outsideTemplates(text, (part) => {
    try {
      return decodeURIComponent(part.replaceAll('+', ' '));
    } catch (error) {
      if (error instanceof URIError) return part;
      throw error;
    }
  });
}

function outsideTemplates(text: string, change: (part: string) => string): string {
  return text
    .split(TEMPLATE)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

/** Where the query or the fragment begins, outside of templates. */
function addressEnd(raw: string): number {
  const masked = mask(raw);
  const end = masked.search(/[?#]/);
  return end === -1 ? raw.length : end;
}

/** Templates are masked while the address is taken apart, since their names may hold any character. */
function parse(raw: string): readonly (string | undefined)[] {
  const masked = mask(raw);
  const match = ADDRESS.exec(masked);
  if (match === null) return [];
  let position = 0;
  return match.map((part, index) => {
    if (index === 0 || typeof part !== 'string') return part;
    const start = part === '' ? position : masked.indexOf(part, position);
    position = start + part.length;
    return raw.slice(start, position);
  });
}

function mask(raw: string): string {
  return raw.replaceAll(/\{\{[^{}]*\}\}/g, (template) => '_'.repeat(template.length));
}

function hostOf(authority: string): { readonly host: string; readonly port: string | undefined } {
  const port = /:(\d+|\{\{[^{}]*\}\})$/.exec(authority);
  return port === null
    ? { host: authority, port: undefined }
    : { host: authority.slice(0, port.index), port: port[1] };
}

function splitOutside(text: string, separator: string): readonly string[] {
  const pieces = [''];
  for (const [index, part] of text.split(TEMPLATE).entries()) {
    const [first = '', ...others] = index % 2 === 1 ? [part] : part.split(separator);
    pieces.push((pieces.pop() ?? '') + first);
    pieces.push(...others);
  }
  return pieces;
}

function withQuery(address: string, rows: readonly Row[]): string {
  const pairs = rows
    .filter(({ isEnabled }) => isEnabled !== false)
    .map(({ key, value }) => (value === '' ? key : `${key}=${value}`));
  return pairs.length === 0 ? address : `${address}?${pairs.join('&')}`;
}
