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

/**
 * Says why bytes are not JSON that every reader understands alike (I-JSON, RFC 7493: UTF-8, no key twice);
 * `null` when they are. Takes one pass without recursion, so that depth costs nothing.
 */
export function jsonProblemOf(bytes: Uint8Array): JsonProblem | null {
  const text = decodeUtf8(bytes);
  if (text === null) return 'not-utf-8';
  return structureProblemOf(text) ?? (isJson(text) ? null : 'not-json');
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
  if (!PLAIN_STRING.test(literal) && !isJson(literal)) return 'not-json';
  const key = PLAIN_STRING.test(literal) ? literal.slice(1, -1) : String(JSON.parse(literal));
  if (key === FORBIDDEN_KEY) return 'forbidden-key';
  if (keys.has(key)) return 'duplicate-key';
  keys.add(key);
  return null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
