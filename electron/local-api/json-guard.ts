import { isUtf8 } from 'node:buffer';

/** Why a body is not accepted. */
export type JsonProblem = 'not-utf-8' | 'not-json' | 'too-deep' | 'duplicate-key' | 'forbidden-key';

/** More than any collection of nested folders has, less than any stack minds. */
export const MAX_JSON_DEPTH = 100;

/** A key that would write to an object's prototype where a reader assigns it. */
const FORBIDDEN_KEY = '__proto__';

const BACKSLASH = 0x5c;
/** A string that means what it says. */
const PLAIN_STRING = /^"[\w .:/-]*"$/;

/** `null`: an array is open. A set: an object is open, with the keys seen so far. */
type Open = Set<string> | null;

export type GuardedJson =
  | { readonly kind: 'good'; readonly text: string; readonly value: unknown }
  | { readonly kind: 'bad'; readonly problem: JsonProblem };

/**
 * Bytes -> JSON that every reader understands alike (I-JSON, RFC 7493: UTF-8, no key twice), or why they are none.
 * Takes one pass without recursion, so that depth costs nothing.
 */
export function readGuarded(bytes: Uint8Array): GuardedJson {
  if (!isUtf8(bytes)) return { kind: 'bad', problem: 'not-utf-8' };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const printed = printedValueOf(text);
  if (printed !== undefined) return { kind: 'good', text, value: printed };
  const problem = structureProblemOf(text);
  if (problem !== null) return { kind: 'bad', problem };
  const value = parsed(text);
  return value === undefined ? { kind: 'bad', problem: 'not-json' } : { kind: 'good', text, value };
}

/** As `readGuarded`: says why bytes are not accepted; `null` when they are. */
export function jsonProblemOf(bytes: Uint8Array): JsonProblem | null {
  const json = readGuarded(bytes);
  return json.kind === 'bad' ? json.problem : null;
}

/** Beyond this a text is not parsed before its depth is known. */
const MOST_PRINTED = 8 * 1024 * 1024;
/** Of a text that is printed with an indentation: the first one. */
const FIRST_INDENT = /^[[{]\n([ \t]{1,10})(?![ \t])/;

/**
 * The value of a text that is exactly what `JSON.stringify` prints of it, as most programs write their files: then no key stands twice
 * in it, and nothing else has to be looked for. `undefined` for all others, which may be as good.
 */
function printedValueOf(text: string): unknown {
  if (text.length > MOST_PRINTED || text.includes(FORBIDDEN_KEY)) return undefined;
  const indent = FIRST_INDENT.exec(text)?.[1];
  if (indent === undefined || text.includes(`\n${indent.repeat(MAX_JSON_DEPTH)}`)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const printed = JSON.stringify(value, null, indent);
    return text === printed || text === `${printed}\n` ? value : undefined;
  } catch {
    // No JSON (SyntaxError), or too deep to be printed (RangeError): the pass says which.
    return undefined;
  }
}

function structureProblemOf(text: string): JsonProblem | null {
  const open: Open[] = [];
  let isKeyNext = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    switch (character) {
      case '{':
      case '[':
        if (open.length === MAX_JSON_DEPTH) return 'too-deep';
        isKeyNext = character === '{';
        open.push(isKeyNext ? new Set() : null);
        break;
      case '}':
      case ']':
        open.pop();
        isKeyNext = false;
        break;
      case ',':
        isKeyNext = open.at(-1) instanceof Set;
        break;
      case '"': {
        const end = endOfString(text, index);
        const keys = open.at(-1);
        const problem = isKeyNext && keys ? keyProblemOf(text.slice(index, end), keys) : null;
        if (problem !== null) return problem;
        isKeyNext = false;
        index = end - 1;
        break;
      }
    }
  }
  return null;
}

/** The index after the closing quote of the string that opens at `start`; the text's end when it is not closed. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** Compares keys as a reader sees them, with their escapes resolved, and adds this one to `keys`. */
function keyProblemOf(literal: string, keys: Set<string>): JsonProblem | null {
  const key = PLAIN_STRING.test(literal) ? literal.slice(1, -1) : parsed(literal);
  if (typeof key !== 'string') return 'not-json';
  if (key === FORBIDDEN_KEY) return 'forbidden-key';
  if (keys.has(key)) return 'duplicate-key';
  keys.add(key);
  return null;
}

/** `undefined` for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
