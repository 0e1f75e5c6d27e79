const NUMBER_SIGN = 0x23;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const PLUS = 0x2b;
const SPACE = 0x20;
const BACKSLASH = 0x5c;

const NUMBER_REFERENCE = /&#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}));/y;
/** The names by which characters are referred to, each with its end. */
const NAMED = [
  ['amp;', 0x26],
  ['lt;', 0x3c],
  ['gt;', 0x3e],
  ['quot;', 0x22],
  ['apos;', 0x27],
] as const;

function startsEscape(code: number): boolean {
  return code === PERCENT || code === BACKSLASH || code === AMPERSAND || code === PLUS;
}

/** The character that the escape at this place stands for; -1 when there is none. */
export function escapedCode(text: string, position: number): number {
  switch (text.charCodeAt(position)) {
    case PERCENT:
      return hexAt(text, position + 1, 2);
    case PLUS:
      return SPACE;
    case BACKSLASH:
      return backslashCode(text, position);
    case AMPERSAND:
      return reference(text, position).code;
    default:
      return -1;
  }
}

/**
 * Whether the secret stands at this place with each of its characters plain, percent-encoded (RFC 3986), form-encoded, JSON-escaped
 * (RFC 8259) or as an HTML character reference, in any mixture. Returns the end of it, or -1.
 * Written by hand: a pattern of all these alternatives takes milliseconds to compile, for each secret anew.
 */
export function escapedAt(text: string, start: number, secret: string): number {
  let position = start;
  let isAmbiguous = false;
  for (let index = 0; index < secret.length; index += 1) {
    const expected = secret.charCodeAt(index);
    const isPlain = text.charCodeAt(position) === expected;
    const escaped = escapedLength(text, position, expected);
    if (escaped === 0 && !isPlain) {
      const whole = wholeReferenceLength(text, position, secret.codePointAt(index) ?? expected);
      if (whole === 0) return isAmbiguous ? everyWayAt(text, start, secret) : -1;
      position += whole;
      index += 1;
      continue;
    }
    isAmbiguous ||= escaped > 0 && isPlain;
    position += escaped > 0 ? escaped : 1;
  }
  return position;
}

/**
 * As `escapedAt`, where a character can be read both as itself and as the first of an escape (`\\` may be one backslash or two):
 * follows every reading at once, so that the time stays bounded by the square of the length.
 */
function everyWayAt(text: string, start: number, secret: string): number {
  let ends = new Set([start]);
  for (let index = 0; index < secret.length && ends.size > 0; index += 1) {
    const expected = secret.charCodeAt(index);
    const next = new Set<number>();
    for (const position of ends) {
      const escaped = escapedLength(text, position, expected);
      if (escaped > 0) next.add(position + escaped);
      if (text.charCodeAt(position) === expected) next.add(position + 1);
    }
    ends = next;
  }
  return Math.max(-1, ...ends);
}

/** How many characters of an escape at this place stand for `expected`; 0 when there is no such escape. */
function escapedLength(text: string, position: number, expected: number): number {
  return startsEscape(text.charCodeAt(position)) ? escapeLength(text, position, expected) : 0;
}

function escapeLength(text: string, position: number, expected: number): number {
  switch (text.charCodeAt(position)) {
    case PERCENT:
      return hexAt(text, position + 1, 2) === expected ? 3 : 0;
    case PLUS:
      return expected === SPACE ? 1 : 0;
    case BACKSLASH:
      return backslashLength(text, position, expected);
    default:
      return referenceLength(text, position, expected);
  }
}

function backslashLength(text: string, position: number, expected: number): number {
  if (backslashCode(text, position) !== expected) return 0;
  const next = text.charCodeAt(position + 1);
  if (next === 0x75) return 6;
  return next === 0x78 ? 4 : 2;
}

function backslashCode(text: string, position: number): number {
  const next = text.charCodeAt(position + 1);
  if (next === 0x75) return hexAt(text, position + 2, 4);
  if (next === 0x78) return hexAt(text, position + 2, 2);
  return next === 0x22 || next === 0x27 || next === 0x2f || next === BACKSLASH ? next : -1;
}

/** The length of a reference to a character that takes two places of the secret; 0 when there is none. */
function wholeReferenceLength(text: string, position: number, codePoint: number): number {
  return codePoint > 0xffff && text.charCodeAt(position) === AMPERSAND
    ? referenceLength(text, position, codePoint)
    : 0;
}

function referenceLength(text: string, position: number, expected: number): number {
  const { code, length } = reference(text, position);
  return code === expected ? length : 0;
}

const NO_REFERENCE = { code: -1, length: 0 };

function reference(text: string, position: number): { readonly code: number; readonly length: number } {
  if (text.charCodeAt(position + 1) === NUMBER_SIGN) return numberReference(text, position);
  for (const [name, code] of NAMED)
    if (text.startsWith(name, position + 1)) return { code, length: name.length + 1 };
  return NO_REFERENCE;
}

function numberReference(text: string, position: number): { readonly code: number; readonly length: number } {
  NUMBER_REFERENCE.lastIndex = position;
  const match = NUMBER_REFERENCE.exec(text);
  if (match === null) return NO_REFERENCE;
  const [whole, decimal, hex = ''] = match;
  return { code: decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal), length: whole.length };
}

function hexAt(text: string, position: number, digits: number): number {
  let value = 0;
  for (let index = position; index < position + digits; index += 1) {
    const digit = hexDigit(text.charCodeAt(index));
    if (digit === -1) return -1;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
