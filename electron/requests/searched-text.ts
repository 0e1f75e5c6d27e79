import { escapedCode } from './escaped-text.ts';
import { afterBreaks, beginOfBreak, isAfterBreak, pairOf } from './line-breaks.ts';

/** A text with the places at which a secret may be written otherwise than plain: found once, for all secrets that are looked for. */
export interface SearchedText {
  readonly text: string;
  /** Line breaks, real ones and those of a JSON text: each with `pairOf` what is around it. */
  readonly breaks: () => Places;
  /** Escapes, each with the character that it stands for; without `+`. */
  readonly escapes: () => Places;
  /** Each `+`, which in a form is a space. */
  readonly pluses: () => Places;
}

/** Two lists of numbers instead of one of objects: texts of megabytes may hold as many. In no order. */
export interface Places {
  readonly at: readonly number[];
  readonly codes: readonly number[];
}

const BREAKS = ['\n', '\r', '\\n', '\\r'] as const;
const ESCAPE_STARTS = ['%', '\\', '&'] as const;

/** What is looked for: places at which nothing of it can stand are passed over. */
export interface Wanted {
  readonly brokenForms: ReadonlyMap<number, unknown>;
  readonly spellings: readonly { readonly places: ReadonlyMap<number, unknown> }[];
}

export function searchedText(text: string, wanted: readonly Wanted[]): SearchedText {
  const breakAt = (at: number): number => {
    // Of breaks that follow each other the first is looked at: to go on from each of a million would never end.
    const begin = beginOfBreak(text, at);
    if (begin === 0 || isAfterBreak(text, begin)) return -1;
    const pair = pairOf(text, begin - 1, afterBreaks(text, at));
    return wanted.some(({ brokenForms }) => brokenForms.has(pair)) ? pair : -1;
  };
  const escapeAt = (at: number): number => {
    const code = escapedCode(text, at);
    if (code === -1) return -1;
    return wanted.some(({ spellings }) => spellings.some(({ places }) => places.has(code))) ? code : -1;
  };
  let breaks: Places | null = null;
  let escapes: Places | null = null;
  let pluses: Places | null = null;
  return {
    text,
    breaks: () => (breaks ??= placesOf(BREAKS, text, breakAt)),
    escapes: () => (escapes ??= placesOf(ESCAPE_STARTS, text, escapeAt)),
    pluses: () => (pluses ??= placesOf(['+'], text, escapeAt)),
  };
}

/** Where the parts stand; without those for which the code is -1. */
function placesOf(parts: readonly string[], text: string, codeAt: (at: number) => number): Places {
  const places: number[] = [];
  const codes: number[] = [];
  for (const part of parts) {
    for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
      const code = codeAt(at);
      if (code === -1) continue;
      places.push(at);
      codes.push(code);
    }
  }
  return { at: places, codes };
}
