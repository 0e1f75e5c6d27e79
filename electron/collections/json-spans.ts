import type { JsonValue } from './json-value.ts';

/** A value of a JSON text, and where in the text it stands. */
export interface JsonNode {
  readonly value: JsonValue;
  readonly start: number;
  readonly end: number;
  /** Of an object or an array, in order. */
  readonly children: readonly JsonChild[];
}

export interface JsonChild {
  /** `null` in an array. */
  readonly key: string | null;
  readonly index: number;
  /** Where the white space before it begins. */
  readonly from: number;
  /** From here on to the child's end: in an object the key is in it. */
  readonly start: number;
  readonly node: JsonNode;
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /"(?:[^"\\]|\\.)*"|[^\s,\]}]+/y;

/**
 * Parses a text that is known to be JSON (RFC 8259), without a key twice or `__proto__`, no deeper than a stack minds; says of
 * every value where it stands.
 */
export function parseSpans(text: string): JsonNode {
  const skip = (position: number): number => {
    SPACE.lastIndex = position;
    return position + (SPACE.exec(text)?.[0].length ?? 0);
  };
  const scalar = (start: number): JsonNode => {
    SCALAR.lastIndex = start;
    const end = start + (SCALAR.exec(text)?.[0].length ?? 0);
    const value: unknown = JSON.parse(text.slice(start, end));
    // The text is JSON, and neither `{` nor `[` starts it.
    return { value: value as JsonValue, start, end, children: [] };
  };
  const read = (start: number): JsonNode => {
    const bracket = text[start];
    if (bracket !== '{' && bracket !== '[') return scalar(start);
    const children: JsonChild[] = [];
    let from = start + 1;
    let position = skip(from);
    while (text[position] !== '}' && text[position] !== ']') {
      const child = bracket === '{' ? member(position) : { key: null, start: position, node: read(position) };
      children.push({ ...child, index: children.length, from });
      position = skip(child.node.end);
      if (text[position] !== ',') continue;
      from = position + 1;
      position = skip(from);
    }
    const value =
      bracket === '['
        ? children.map(({ node }) => node.value)
        : Object.fromEntries(children.map(({ key, node }) => [key ?? '', node.value]));
    return { value, start, end: position + 1, children };
  };
  const member = (start: number): Pick<JsonChild, 'key' | 'start' | 'node'> => {
    const key = scalar(start);
    const node = read(skip(skip(key.end) + 1));
    return { key: typeof key.value === 'string' ? key.value : '', start, node };
  };
  return read(skip(0));
}
