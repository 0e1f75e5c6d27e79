import type { FieldRow } from '../../../shared/domain/http-request.ts';

/** An address as it stands in a draft: its parameters in rows, and in `url` what of its query no row can hold. */
export interface UrlParts {
  readonly url: string;
  readonly params: readonly FieldRow[];
}

const TEMPLATE = /(\{\{[^{}]*\}\})/;

/**
 * What was typed into the URL field -> address and rows. A part of the query becomes a row where the row says the same; any other (no
 * `=`, a `+`, an escape that is none) stays in the address as it was typed. Rows that are switched off keep their places.
 */
export function splitUrl(text: string, before: readonly FieldRow[] = []): UrlParts {
  const { base, query, hash } = partsOf(text);
  if (query === null) return { url: text, params: withDisabled([], before) };
  const odd: string[] = [];
  const rows: FieldRow[] = [];
  for (const pair of splitOutside(query, '&')) {
    const row = rowOf(pair);
    if (row !== null) rows.push(row);
    else if (pair !== '') odd.push(pair);
  }
  // A lone `?` stays: it was just typed, or it means something to the server.
  const isBare = rows.length === 0 && odd.length === 0;
  const kept = odd.length > 0 || isBare ? `?${odd.join('&')}` : '';
  return { url: base + kept + hash, params: withDisabled(rows, before) };
}

/** The address with its enabled parameters, as the URL field shows it. `splitUrl` gives the same parts back. */
export function joinUrl({ url, params }: UrlParts): string {
  const pairs = params
    .filter(isSent)
    .map(({ name, value }) => `${written(name, true)}=${written(value, false)}`);
  if (pairs.length === 0) return url;
  const { base, query, hash } = partsOf(url);
  const own = query === null || query === '' ? [] : [query];
  return `${base}?${[...own, ...pairs].join('&')}${hash}`;
}

/** Whether two drafts' addresses send the same and keep the same rows. */
export function areSameUrlParts(left: UrlParts, right: UrlParts): boolean {
  if (left.url !== right.url) return false;
  const [first, second] = [left.params.filter(isSent), right.params.filter(isSent)];
  return (
    first.length === second.length &&
    first.every(({ name, value }, index) => second[index]?.name === name && second[index].value === value)
  );
}

function isSent({ name, value, isEnabled }: FieldRow): boolean {
  return isEnabled && (name !== '' || value !== '');
}

function partsOf(text: string): {
  readonly base: string;
  readonly query: string | null;
  readonly hash: string;
} {
  const masked = text.replaceAll(/\{\{[^{}]*\}\}/g, (template) => '_'.repeat(template.length));
  const hashAt = masked.indexOf('#');
  const end = hashAt === -1 ? text.length : hashAt;
  const start = masked.slice(0, end).indexOf('?');
  if (start === -1) return { base: text.slice(0, end), query: null, hash: text.slice(end) };
  return { base: text.slice(0, start), query: text.slice(start + 1, end), hash: text.slice(end) };
}

function rowOf(pair: string): FieldRow | null {
  const [first, ...rest] = splitOutside(pair, '=');
  if (first === undefined || rest.length === 0) return null;
  const name = read(first);
  const value = read(rest.join('='));
  if (name === null || value === null || (name === '' && value === '')) return null;
  return { name, value, isEnabled: true };
}

/** Decoded; `null` for what would not come back the same. What stands in `{{…}}` is a name and stays. */
function read(text: string): string | null {
  const parts = text.split(TEMPLATE).map((part, index) => (index % 2 === 1 ? part : decoded(part)));
  return parts.includes(null) ? null : parts.join('');
}

function decoded(part: string): string | null {
  if (part.includes('+')) return null;
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** Readable, and escaped only where it would be read as something else. */
function written(text: string, isName: boolean): string {
  const special = isName ? /[%&#+=\s]/g : /[%&#+\s]/g;
  return text
    .split(TEMPLATE)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(special, (character) => encodeURIComponent(character)),
    )
    .join('');
}

function splitOutside(text: string, separator: string): readonly string[] {
  const pieces = [''];
  for (const [index, part] of text.split(TEMPLATE).entries()) {
    const [first = '', ...others] = index % 2 === 1 ? [part] : part.split(separator);
    pieces.push((pieces.pop() ?? '') + first, ...others);
  }
  return pieces;
}

/** Each row that is switched off stays behind as many others as it stood behind before. */
function withDisabled(rows: readonly FieldRow[], before: readonly FieldRow[]): readonly FieldRow[] {
  const merged: FieldRow[] = [];
  let next = 0;
  let passed = 0;
  for (const row of before) {
    if (row.isEnabled) {
      passed += 1;
      continue;
    }
    merged.push(...rows.slice(next, passed), row);
    next = Math.max(next, Math.min(passed, rows.length));
  }
  return [...merged, ...rows.slice(next)];
}
