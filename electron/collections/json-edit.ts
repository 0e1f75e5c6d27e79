import { parseSpans, type JsonChild, type JsonNode } from './json-spans.ts';
import { isJsonArray, isJsonObject, isSameJson, type JsonObject, type JsonValue } from './json-value.ts';

interface Writing {
  readonly text: string;
  /** Where a value of the text came from, so that one that moves takes its own spelling along. */
  readonly origins: ReadonlyMap<JsonValue, JsonNode>;
  /** One step of indentation; `''` for a text on one line. */
  readonly unit: string;
  readonly newline: string;
}

/** A child of a changed object or array, as it is to be written, with the white space before it. */
interface Piece {
  readonly lead: string | null;
  readonly write: (lead: string) => string;
}

/** A JSON text, opened for a change. */
export interface OpenJson {
  readonly value: JsonValue;
  /** The text of a changed value, which is made of the old parts where they stay. */
  readonly write: (changed: JsonValue) => string;
}

/**
 * Opens a JSON text. In what is written, whatever did not change keeps its bytes: the order of keys, indentation, line ends, the
 * spelling of numbers and escapes. What is new is written in the text's own style. The text must be JSON as `parseSpans` needs it.
 */
export function openJsonText(text: string): OpenJson {
  const root = parseSpans(text);
  return {
    value: root.value,
    write: (changed) => {
      if (changed === root.value) return text;
      const origins = new Map<JsonValue, JsonNode>();
      collectOrigins(root, origins);
      const newline = text.includes('\r\n') ? '\r\n' : '\n';
      const writing = { text, origins, unit: unitOf(root, text), newline };
      return text.slice(0, root.start) + rewrite(root, changed, writing) + text.slice(root.end);
    },
  };
}

function collectOrigins(node: JsonNode, origins: Map<JsonValue, JsonNode>): void {
  if (typeof node.value === 'object' && node.value !== null) origins.set(node.value, node);
  for (const child of node.children) collectOrigins(child.node, origins);
}

function unitOf(root: JsonNode, text: string): string {
  const first = root.children[0];
  if (first === undefined) return '  ';
  const lead = text.slice(root.start + 1, first.start);
  return lead.includes('\n') ? indentIn(lead) : '';
}

/** The white space after the last line break. */
function indentIn(lead: string): string {
  return lead.slice(lead.lastIndexOf('\n') + 1);
}

/** The text of `value` in the place of `node`. */
function rewrite(node: JsonNode, value: JsonValue, writing: Writing): string {
  if (isSameJson(node.value, value)) return writing.text.slice(node.start, node.end);
  if (isJsonObject(node.value) && isJsonObject(value)) return rewriteObject(node, value, writing);
  if (isJsonArray(node.value) && isJsonArray(value)) return rewriteArray(node, value, writing);
  return print(value, indentAt(node.start, writing), writing);
}

/** The indentation of the line that holds this position. */
function indentAt(position: number, { text }: Writing): string {
  const lineStart = text.lastIndexOf('\n', position - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, position))?.[0] ?? '';
}

function rewriteObject(node: JsonNode, value: JsonObject, writing: Writing): string {
  const kept = node.children.filter(({ key }) => key !== null && Object.hasOwn(value, key));
  const known = new Set(kept.map(({ key }) => key));
  const pieces: Piece[] = kept.map((child) => keptPiece(child, value[child.key ?? ''] ?? null, writing));
  for (const [key, added] of Object.entries(value)) {
    if (known.has(key)) continue;
    const separator = writing.unit === '' ? ':' : ': ';
    pieces.push({
      lead: null,
      write: (lead) => JSON.stringify(key) + separator + print(added, indentIn(lead), writing),
    });
  }
  return wrap(node, pieces, writing);
}

function rewriteArray(node: JsonNode, values: readonly JsonValue[], writing: Writing): string {
  const pairs = pairElements(node.children, values);
  const pieces = values.map<Piece>((value, index) => {
    const child = pairs[index];
    if (child !== undefined && child !== null) return keptPiece(child, value, writing);
    return { lead: null, write: (lead) => print(value, indentIn(lead), writing) };
  });
  return wrap(node, pieces, writing);
}

function keptPiece(child: JsonChild, value: JsonValue, writing: Writing): Piece {
  return {
    lead: writing.text.slice(child.from, child.start),
    write: () => writing.text.slice(child.start, child.node.start) + rewrite(child.node, value, writing),
  };
}

/** Brackets around the pieces, with the white space that the object or array had. */
function wrap(node: JsonNode, pieces: readonly Piece[], writing: Writing): string {
  const { text, unit, newline } = writing;
  const open = text.charAt(node.start);
  const close = text.charAt(node.end - 1);
  if (pieces.length === 0) return open + close;
  const outer = indentAt(node.start, writing);
  const first = node.children[0];
  const last = node.children.at(-1);
  const fresh = unit === '' ? '' : newline + outer + unit;
  const usual = first === undefined ? fresh : text.slice(node.start + 1, first.start);
  const tail =
    last === undefined ? (unit === '' ? '' : newline + outer) : text.slice(last.node.end, node.end - 1);
  const written = pieces.map(({ lead, write }, index) => {
    // On one line, only what follows a comma has a space before it.
    const isOneLine = !usual.includes('\n');
    const chosen = lead ?? (isOneLine && index > 0 && unit !== '' ? ' ' : usual);
    return chosen + write(chosen.includes('\n') ? chosen : `\n${outer}`);
  });
  return open + written.join(',') + tail + close;
}

/** A value in the text's own style, or in its own spelling where it comes from elsewhere in the text. */
function print(value: JsonValue, indent: string, writing: Writing): string {
  const origin = writing.origins.get(value);
  if (origin !== undefined) {
    const spelled = writing.text.slice(origin.start, origin.end);
    const before = indentAt(origin.start, writing);
    // No line break stands inside a JSON string, so every one here is between tokens.
    return spelled.replaceAll(`\n${before}`, `\n${indent}`);
  }
  if (typeof value !== 'object' || value === null || writing.unit === '') return JSON.stringify(value);
  const inner = indent + writing.unit;
  const separator = `,${writing.newline}${inner}`;
  if (isJsonArray(value)) {
    if (value.length === 0) return '[]';
    const elements = value.map((each) => print(each, inner, writing));
    return `[${writing.newline}${inner}${elements.join(separator)}${writing.newline}${indent}]`;
  }
  const members = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}: ${print(each, inner, writing)}`,
  );
  if (members.length === 0) return '{}';
  return `{${writing.newline}${inner}${members.join(separator)}${writing.newline}${indent}}`;
}

/** For each new element the old one that it is, or is a changed version of; each old one at most once, in order. */
function pairElements(
  children: readonly JsonChild[],
  values: readonly JsonValue[],
): readonly (JsonChild | null)[] {
  const pairs: (JsonChild | null)[] = values.map(() => null);
  let cursor = 0;
  values.forEach((value, index) => {
    const at = findFrom(
      children,
      cursor,
      ({ node }) => node.value === value || isSameJson(node.value, value),
    );
    if (at === -1) return;
    pairs[index] = children[at] ?? null;
    cursor = at + 1;
  });
  pairBetween(children, values, pairs);
  return pairs;
}

/** Between two elements that stayed, those that changed are paired by what they are called, or one by one when as many went as came. */
function pairBetween(
  children: readonly JsonChild[],
  values: readonly JsonValue[],
  pairs: (JsonChild | null)[],
): void {
  let from = 0;
  let index = 0;
  while (index < values.length) {
    const pair = pairs[index];
    if (pair !== undefined && pair !== null) {
      from = pair.index + 1;
      index += 1;
      continue;
    }
    let end = index;
    while (end < values.length && pairs[end] === null) end += 1;
    const next = pairs[end];
    const to = next?.index ?? children.length;
    const free = children.slice(from, to);
    const isOneByOne = free.length === end - index;
    let cursor = 0;
    for (let at = index; at < end; at += 1) {
      const found = isOneByOne
        ? at - index
        : findFrom(
            free,
            cursor,
            ({ node }) => nameOf(node.value) !== null && nameOf(node.value) === nameOf(values[at]),
          );
      if (found === -1) continue;
      pairs[at] = free[found] ?? null;
      cursor = found + 1;
    }
    index = end;
  }
}

function findFrom<Item>(items: readonly Item[], from: number, is: (item: Item) => boolean): number {
  for (let index = from; index < items.length; index += 1) {
    const item = items[index];
    if (item !== undefined && is(item)) return index;
  }
  return -1;
}

function nameOf(value: JsonValue | undefined): string | null {
  if (!isJsonObject(value)) return null;
  for (const key of ['id', '_postman_id', 'key', 'name']) {
    const name = value[key];
    if (typeof name === 'string') return `${key}:${name}`;
  }
  return null;
}
