import { maskOf } from '../../shared/domain/api-key.ts';
import { findAltered, findSecret, mayBeAltered, secretPattern, type SecretPattern } from './find-secret.ts';
import { formIndex, type FormIndex } from './form-index.ts';
import { findKeyShapes, SHORTEST_SHAPE } from './key-shapes.ts';
import { searchedText } from './searched-text.ts';
import { longestForm } from './secret-forms.ts';

/** Masks secrets in what leaves the sender. One for each exchange; it forgets its secrets when the exchange ends. */
export interface Redactor {
  /** From here on this secret is masked, as `mask`. `where-it-is-shown`: one because of which nothing is refused, as a word. */
  add(secret: string, mask: string, meaning?: SecretMeaning): void;
  /** The text with every known secret and everything shaped like a key masked. */
  mask(text: string): string;
  /** As `mask`, and no more than `limit` characters of the text are kept; a secret that the limit would cut is masked whole. */
  maskUpTo(text: string, limit: number): MaskedText;
  /** Bytes that are no text: secrets overwritten in place with `*`, in a copy; without one, the same bytes. */
  maskBytes(bytes: Uint8Array): MaskedBytes;
  /** Whether the text holds a known secret, in any form. */
  holdsSecret(text: string): boolean;
  /** How many characters more than a limit must be given to `maskUpTo`, so that no secret is cut before it is recognised. */
  overlap(): number;
  /** This secret is no longer masked, if that is still its mask; the others are. */
  remove(secret: string, mask: string): void;
  forget(): void;
}

export type SecretMeaning = 'anywhere' | 'where-it-is-shown';

export interface MaskedText {
  readonly text: string;
  readonly isRedacted: boolean;
}

export interface MaskedBytes {
  readonly bytes: Uint8Array;
  readonly isRedacted: boolean;
  /** What was overwritten, in order; none overlaps another. */
  readonly ranges: readonly ByteRange[];
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

interface Pattern extends SecretPattern {
  readonly mask: string;
  readonly meaning: SecretMeaning;
}

interface Match extends ByteRange {
  readonly mask: string;
}

/** Shorter values are words, not secrets: masking them would tear every text apart. */
const MIN_SECRET_LENGTH = 4;
/** From so many characters on, of one text or of all together, the index of all forms costs less than it saves. */
const WORTH_AN_INDEX = 16 * 1024;
/** Longer than any key shape, so that one at the limit is seen whole. */
const MIN_OVERLAP = 128;

export function createRedactor(): Redactor {
  const patterns = new Map<string, Pattern>();
  /** No text that is shorter holds anything that is masked. */
  let shortest = SHORTEST_SHAPE;
  let overlap = MIN_OVERLAP;

  const search = createSearch(patterns);

  const matchesIn = (text: string): readonly Match[] => {
    const matches: Match[] = [];
    search.find(text, ({ mask }, start, end) => void matches.push({ start, end, mask }));
    findKeyShapes(text, (shape, start) => {
      matches.push({ start, end: start + shape.length, mask: maskOf(shape) });
    });
    return merge(matches);
  };

  const maskUpTo = (text: string, limit: number): MaskedText => {
    const found = matchesIn(text);
    const matches = found.length === 0 ? found : found.filter((match) => match.start < limit);
    if (matches.length === 0) return { text: text.slice(0, limit), isRedacted: false };
    const pieces: string[] = [];
    let position = 0;
    for (const match of matches) {
      pieces.push(text.slice(position, match.start), match.mask);
      position = match.end;
    }
    return { text: pieces.join('') + text.slice(position, Math.max(position, limit)), isRedacted: true };
  };

  return {
    add: (secret, mask, wanted = 'anywhere') => {
      if (secret.length < MIN_SECRET_LENGTH) return;
      const known = patterns.get(secret);
      const meaning = known?.meaning === 'anywhere' ? 'anywhere' : wanted;
      // What is known already needs no new pattern: a run adds the same secret with every request.
      if (known?.mask === mask && known.meaning === meaning) return;
      const pattern = known ?? secretPattern(secret);
      patterns.set(secret, { ...pattern, mask, meaning });
      search.reset();
      shortest = Math.min(shortest, pattern.shortest);
      overlap = Math.max(overlap, longestForm(secret));
    },
    mask: (text) => (text.length < shortest ? text : maskUpTo(text, text.length).text),
    maskUpTo,
    maskBytes: (bytes) => overwrite(bytes, matchesIn),
    holdsSecret: (text) => {
      let holds = false;
      search.find(text, ({ meaning }) => {
        holds ||= meaning !== 'where-it-is-shown';
      });
      return holds;
    },
    overlap: () => overlap,
    remove: (secret, mask) => {
      if (patterns.get(secret)?.mask === mask && patterns.delete(secret)) search.reset();
    },
    forget: () => {
      patterns.clear();
      search.reset();
      shortest = SHORTEST_SHAPE;
      overlap = MIN_OVERLAP;
    },
  };
}

type OnMatch = (pattern: Pattern, start: number, end: number) => void;

interface Search {
  /** Tells every place at which a secret stands, in whatever form. */
  find(text: string, onMatch: OnMatch): void;
  /** To be called when the patterns are others. */
  reset(): void;
}

function createSearch(patterns: ReadonlyMap<string, Pattern>): Search {
  let index: FormIndex<Pattern> | null = null;
  let searched = 0;
  return {
    find(text, onMatch) {
      if (patterns.size === 0) return;
      searched += text.length;
      if (searched < WORTH_AN_INDEX) {
        for (const pattern of patterns.values())
          findSecret(pattern, text, (start, end) => onMatch(pattern, start, end));
        return;
      }
      index ??= formIndex(patterns.values());
      index.find(text, onMatch);
      if (mayBeAltered(text)) findAllAltered([...patterns.values()], text, onMatch);
    },
    reset() {
      index = null;
      searched = 0;
    },
  };
}

function findAllAltered(patterns: readonly Pattern[], text: string, onMatch: OnMatch): void {
  const searched = searchedText(text, patterns);
  for (const pattern of patterns)
    findAltered(pattern, searched, (start, end) => onMatch(pattern, start, end));
}

function overwrite(bytes: Uint8Array, matchesIn: (text: string) => readonly Match[]): MaskedBytes {
  // A view: a body of gigabytes comes through here, and a copy would cost as much as the search.
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const matches = matchesIn(view.toString('latin1'));
  if (matches.length === 0) return { bytes, isRedacted: false, ranges: [] };
  const masked = Buffer.from(view);
  for (const { start, end } of matches) masked.fill('*', start, end);
  return { bytes: masked, isRedacted: true, ranges: matches };
}

/** In order, with overlapping ones joined under the first one's mask. */
function merge(matches: readonly Match[]): readonly Match[] {
  if (matches.length === 0) return matches;
  const merged: Match[] = [];
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || match.start >= last.end) merged.push(match);
    else if (match.end > last.end) merged[merged.length - 1] = { ...last, end: match.end };
  }
  return merged;
}
