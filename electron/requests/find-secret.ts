import { ESCAPE_STARTS, escapedAt, escapedCode } from './escaped-text.ts';
import { fixedForms } from './secret-forms.ts';

/** What a secret is looked for by. */
export interface SecretPattern {
  readonly secret: string;
  /** The secret as it is, then its other fixed forms. */
  readonly forms: readonly string[];
  /** No text that is shorter holds it, in whatever form. */
  readonly shortest: number;
  /** Where in the secret each of its characters stands. */
  readonly places: ReadonlyMap<number, readonly number[]>;
}

export function secretPattern(secret: string): SecretPattern {
  const forms = [...new Set([secret, ...fixedForms(secret)])];
  const places = new Map<number, number[]>();
  for (let index = 0; index < secret.length; index += 1) {
    const code = secret.charCodeAt(index);
    const known = places.get(code);
    if (known === undefined) places.set(code, [index]);
    else known.push(index);
  }
  return { secret, forms, shortest: Math.min(...forms.map(({ length }) => length)), places };
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
  for (const escape of ESCAPE_STARTS) {
    for (let at = text.indexOf(escape); at !== -1; at = text.indexOf(escape, at + 1)) {
      findAround(pattern, text, { at, onMatch });
    }
  }
}

/**
 * The matches whose first escape stands at this place. What is before it is plain: so many of the secret's first characters as stand
 * before one that this escape can be read as.
 */
function findAround(
  { secret, places }: SecretPattern,
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
