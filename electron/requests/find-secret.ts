import { escapedAt } from './escaped-text.ts';
import { brokenPlaces, findBroken, type BrokenForms } from './find-broken.ts';
import { searchedText, type Places, type SearchedText } from './searched-text.ts';
import { brokenForms, escapableForms, fixedForms, readings } from './secret-forms.ts';

const SPACE = 0x20;
const BREAK_OR_ESCAPE = /[\n\r%\\&+]/;

/** What a secret is looked for by. */
export interface SecretPattern {
  readonly secret: string;
  /** The secret as it is, then its other fixed forms. */
  readonly forms: readonly string[];
  /** Those in which line breaks may stand. */
  readonly brokenForms: BrokenForms;
  /** No text that is shorter holds it, in whatever form. */
  readonly shortest: number;
  /** Looked for with any of their characters escaped: the secret as it is, as its bytes may be read, and in base64. */
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
    brokenForms: brokenPlaces(brokenForms(secret)),
    shortest: Math.min(...forms.map(({ length }) => length)),
    spellings: [...readings(secret), ...escapableForms(secret)].map((text) => ({
      text,
      places: placesIn(text),
    })),
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

/** Tells every place at which the text holds the secret, in whatever form; places may overlap and come in no order. */
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
  if (mayBeAltered(text)) findAltered(pattern, searchedText(text, [pattern]), onMatch);
}

/** A text for which this is false has neither breaks nor escapes in it. */
export function mayBeAltered(text: string): boolean {
  return BREAK_OR_ESCAPE.test(text);
}

/** As `findSecret`, without the fixed forms: those that are broken into lines, and those with escapes in them. */
export function findAltered(
  pattern: SecretPattern,
  searched: SearchedText,
  onMatch: (start: number, end: number) => void,
): void {
  const { text } = searched;
  if (text.length < pattern.shortest) return;
  if (pattern.brokenForms.size > 0) findBroken(pattern.brokenForms, searched, onMatch);
  for (const spelling of pattern.spellings) {
    findEscaped(spelling, text, { escapes: searched.escapes(), onMatch });
    if (spelling.places.has(SPACE)) findEscaped(spelling, text, { escapes: searched.pluses(), onMatch });
  }
}

/**
 * The matches whose first escape is one of these. What is before it is plain: so many of the secret's first characters as stand
 * before one that this escape can be read as.
 */
function findEscaped(
  { text: secret, places }: Spelling,
  text: string,
  { escapes, onMatch }: { readonly escapes: Places; readonly onMatch: (start: number, end: number) => void },
): void {
  for (let each = 0; each < escapes.at.length; each += 1) {
    const before = places.get(escapes.codes[each] ?? -1);
    if (before === undefined) continue;
    const at = escapes.at[each] ?? 0;
    for (const length of before) {
      if (length > at || !text.startsWith(secret.slice(0, length), at - length)) continue;
      const end = escapedAt(text, at - length, secret);
      if (end !== -1) onMatch(at - length, end);
    }
  }
}
