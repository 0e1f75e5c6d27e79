import { ESCAPE_STARTS, escapedAt, escapedCode } from './escaped-text.ts';
import { brokenForms, fixedForms, readings } from './secret-forms.ts';

/** What a secret is looked for by. */
export interface SecretPattern {
  readonly secret: string;
  /** The secret as it is, then its other fixed forms. */
  readonly forms: readonly string[];
  /** Those in which line breaks may stand. */
  readonly brokenForms: readonly string[];
  /** No text that is shorter holds it, in whatever form. */
  readonly shortest: number;
  /** Looked for with any of their characters escaped: the secret as it is, and as its bytes may be read. */
  readonly spellings: readonly Spelling[];
}

interface Spelling {
  readonly text: string;
  /** Where in it each of its characters stands. */
  readonly places: ReadonlyMap<number, readonly number[]>;
}

export function secretPattern(secret: string): SecretPattern {
  const forms = [...new Set([secret, ...fixedForms(secret)])];
  return {
    secret,
    forms,
    brokenForms: brokenForms(secret),
    shortest: Math.min(...forms.map(({ length }) => length)),
    spellings: readings(secret).map((text) => ({ text, places: placesIn(text) })),
  };
}

function placesIn(text: string): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  const add = (code: number, index: number): void => {
    const known = places.get(code);
    if (known === undefined) places.set(code, [index]);
    else known.push(index);
  };
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    add(code, index);
    // A reference stands for a whole character, the escapes of JSON for each half of it.
    const whole = text.codePointAt(index) ?? code;
    if (whole !== code) add(whole, index);
  }
  return places;
}

/**
 * Tells every place at which the text holds the secret, in whatever form; places may overlap and come in no order. Texts of megabytes are
 * searched for what a match must hold, by `indexOf`, which is many times faster than looking at each character.
 */
export function findSecret(
  pattern: SecretPattern,
  text: string,
  onMatch: (start: number, end: number) => void,
): void {
  if (text.length < pattern.shortest) return;
  for (const form of pattern.forms) {
    for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
      onMatch(start, start + form.length);
    }
  }
  findBroken(pattern, text, onMatch);
  for (const escape of ESCAPE_STARTS) {
    for (let at = text.indexOf(escape); at !== -1; at = text.indexOf(escape, at + 1)) {
      for (const spelling of pattern.spellings) findAround(spelling, text, { at, onMatch });
    }
  }
}

const PIECE = 8;

/**
 * Base64 that is broken into lines, by real line breaks or by those of a JSON text. In lines of 24 characters or more the form's first
 * piece, its second or its last one is whole; from there the rest is read in both directions, over the breaks.
 */
function findBroken(
  { brokenForms: forms }: SecretPattern,
  text: string,
  onMatch: (start: number, end: number) => void,
): void {
  if (!text.includes('\n') && !text.includes('\\n')) return;
  for (const form of forms) {
    for (const offset of [0, PIECE, form.length - PIECE]) {
      const piece = form.slice(offset, offset + PIECE);
      for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
        const start = walk(text, at, { form, index: offset - 1, step: -1 });
        const end = walk(text, at + PIECE - 1, { form, index: offset + PIECE, step: 1 });
        if (start !== -1 && end !== -1) onMatch(start, end + 1);
      }
    }
  }
}

interface Reading {
  readonly form: string;
  /** The character of the form that comes next. */
  readonly index: number;
  readonly step: 1 | -1;
}

/** Reads on from a place of the text; where the form ends, or -1. */
function walk(text: string, from: number, { form, index, step }: Reading): number {
  let place = from;
  for (let next = index; next >= 0 && next < form.length; next += step) {
    place = afterBreak(text, place + step, step);
    if (text[place] !== form[next]) return -1;
  }
  return place;
}

/** The first place at or after this one, in this direction, that is no line break. */
function afterBreak(text: string, from: number, step: 1 | -1): number {
  let place = from;
  for (;;) {
    const character = text[place];
    if (character === '\n' || character === '\r') place += step;
    else if (isEscapedBreak(text, place, step)) place += 2 * step;
    else return place;
  }
}

function isEscapedBreak(text: string, place: number, step: 1 | -1): boolean {
  const [first, second] = step === 1 ? [text[place], text[place + 1]] : [text[place - 1], text[place]];
  return first === '\\' && (second === 'n' || second === 'r');
}

/**
 * The matches whose first escape stands at this place. What is before it is plain: so many of the secret's first characters as stand
 * before one that this escape can be read as.
 */
function findAround(
  { text: secret, places }: Spelling,
  text: string,
  { at, onMatch }: { readonly at: number; readonly onMatch: (start: number, end: number) => void },
): void {
  const before = places.get(escapedCode(text, at));
  if (before === undefined) return;
  for (const length of before) {
    if (length > at || !text.startsWith(secret.slice(0, length), at - length)) continue;
    const end = escapedAt(text, at - length, secret);
    if (end !== -1) onMatch(at - length, end);
  }
}
