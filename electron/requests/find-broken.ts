import { afterBreaks, beginOfBreak, pairOf } from './line-breaks.ts';
import type { SearchedText } from './searched-text.ts';

/** The forms in which line breaks may stand, by each pair of their characters: a break may have come between the two. */
export type BrokenForms = ReadonlyMap<number, readonly BrokenPlace[]>;

interface BrokenPlace {
  readonly form: string;
  /** Of the pair's second character. */
  readonly index: number;
}

export function brokenPlaces(forms: readonly string[]): BrokenForms {
  const places = new Map<number, BrokenPlace[]>();
  for (const form of forms) {
    for (let index = 1; index < form.length; index += 1) {
      const pair = pairOf(form, index - 1, index);
      const known = places.get(pair);
      if (known === undefined) places.set(pair, [{ form, index }]);
      else known.push({ form, index });
    }
  }
  return places;
}

/**
 * Base64, or the secret itself, that is broken into lines, of whatever width, by real line breaks or by those of a JSON text. Each break is taken for the first
 * one in the form: what is before it is whole, and from there on it is read over the breaks.
 */
export function findBroken(
  forms: BrokenForms,
  searched: SearchedText,
  onMatch: (start: number, end: number) => void,
): void {
  const { text } = searched;
  const { at: breaks, codes: pairs } = searched.breaks();
  for (let each = 0; each < breaks.length; each += 1) {
    const found = forms.get(pairs[each] ?? -1);
    if (found === undefined) continue;
    const at = beginOfBreak(text, breaks[each] ?? 0);
    for (const { form, index } of found) {
      if (index > at || !text.startsWith(form.slice(0, index), at - index)) continue;
      const end = endOf(form, text, { index, next: afterBreaks(text, at) });
      if (end !== -1) onMatch(at - index, end);
    }
  }
}

/** Reads on in the text from where the form's character `index` stands; after its last one, or -1. */
function endOf(
  form: string,
  text: string,
  { index, next }: { readonly index: number; readonly next: number },
): number {
  let place = next;
  for (let each = index; each < form.length; each += 1) {
    if (each > index) place = afterBreaks(text, place + 1);
    if (text[place] !== form[each]) return -1;
  }
  return place + 1;
}
