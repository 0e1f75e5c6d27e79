import { endOfToken, skipWhitespace } from './json-tokens.ts';

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
export type JsonKey = string | number;

/** A value in a JSON text, by its place: numbers, escapes and repeated names stay as they were written. */
export interface JsonNode {
  readonly kind: JsonKind;
  /** Its name or index in what holds it; `null` for the whole. */
  readonly key: JsonKey | null;
  /** Offsets in UTF-16 units; `start` tells it from every other value. */
  readonly start: number;
  readonly end: number;
}

/** The value of a text that is JSON; `null` for an empty one. */
export function rootOf(text: string): JsonNode | null {
  const start = skipWhitespace(text, 0);
  return start < text.length ? nodeAt(text, start, null) : null;
}

/** What an object or array holds, in its order. Looks no deeper, so that a large document costs as much as is looked at of it. */
export function childrenOf(text: string, { kind, start, end }: JsonNode): readonly JsonNode[] {
  if (!isContainer(kind)) return [];
  const children: JsonNode[] = [];
  let at = skipWhitespace(text, start + 1);
  while (at < end - 1) {
    let key: JsonKey = children.length;
    if (kind === 'object') {
      const nameEnd = endOfToken(text, at);
      key = textOfString(text.slice(at, nameEnd));
      at = skipWhitespace(text, skipWhitespace(text, nameEnd) + 1);
    }
    const child = nodeAt(text, at, key);
    children.push(child);
    at = skipWhitespace(text, child.end);
    if (text.charAt(at) === ',') at = skipWhitespace(text, at + 1);
  }
  return children;
}

export function isContainer(kind: JsonKind): boolean {
  return kind === 'object' || kind === 'array';
}

/** The characters that a JSON string stands for. */
export function textOfString(literal: string): string {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : literal;
  } catch {
    // Not quite a JSON string (SyntaxError): shown as it stands.
    return literal;
  }
}

function nodeAt(text: string, start: number, key: JsonKey | null): JsonNode {
  const kind = kindAt(text, start);
  return { kind, key, start, end: isContainer(kind) ? endOfContainer(text, start) : endOfToken(text, start) };
}

function kindAt(text: string, at: number): JsonKind {
  switch (text.charAt(at)) {
    case '{':
      return 'object';
    case '[':
      return 'array';
    case '"':
      return 'string';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}

function endOfContainer(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '{' || character === '[') {
      depth += 1;
      at += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      at += 1;
      if (depth === 0) return at;
    } else at = endOfToken(text, at);
    at = skipWhitespace(text, at);
  }
  return text.length;
}
