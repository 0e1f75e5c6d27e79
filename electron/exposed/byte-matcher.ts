import { createHash } from 'node:crypto';
import type { FoundPlace } from '../../shared/domain/exposed-scan.ts';
import { shapedKeyAt } from './key-shape.ts';
import { LEAD_BYTES, leadHash, type ScanPatterns } from './scan-patterns.ts';
import { followText, HEAD_BYTES, textStartOf, type TextPosition } from './text-position.ts';

export interface ByteMatch {
  /** The numbers of the values that it is; none: a well-formed key that is not looked for. */
  readonly values: readonly number[];
  /** What it looks like; `null` for a value that is told by its digest alone. */
  readonly shape: 'local' | 'postman' | null;
  /** Bytes from the start. */
  readonly offset: number;
  readonly bytes: number;
  readonly place: FoundPlace;
}

/** Finds values in bytes that come in pieces of any size; its memory is that of one piece. */
export interface ByteMatcher {
  /** Begins a new file, or what stands in one from `offset` on, which is 0 when it is left out. */
  start(offset?: number): void;
  push(piece: Uint8Array): void;
  /** What is left of the file. */
  end(): void;
}

/** 1: bytes one after another. 2: every other byte, with NULs between, as ASCII stands in UTF-16 of both byte orders. */
type Stride = 1 | 2;

/** Calls `onMatch` once for each place, in the order of the file. Values are printable ASCII, as headers carry no other. */
export function createByteMatcher(patterns: ScanPatterns, onMatch: (match: ByteMatch) => void): ByteMatcher {
  const { starts } = patterns;
  /** A match may need so many bytes from where it begins. */
  const ahead = patterns.longest * 2;
  let window = Buffer.alloc(ahead * 2 + HEAD_BYTES);
  let filled = 0;
  /** The file's offset of the window's first byte. */
  let windowOffset = 0;
  let hasBegun = false;
  let places = followPlaces(new Uint8Array());

  const begin = (): void => {
    hasBegun = true;
    places = followPlaces(window.subarray(0, Math.min(filled, HEAD_BYTES)));
  };
  const searchTo = (limit: number): void => {
    for (let at = nextStart(starts, window, { from: 0, limit }); at < limit;) {
      const stride: Stride = window[at + 1] === 0 ? 2 : 1;
      for (const { values, shape, length } of matchesAt(patterns, window, { at, stride })) {
        const bytes = (length - 1) * stride + 1;
        onMatch({ values, shape, offset: windowOffset + at, bytes, place: places.at(window, at) });
      }
      at = nextStart(starts, window, { from: at + 1, limit });
    }
    places.pass(window, limit);
  };
  /** What was searched leaves the window. */
  const drop = (count: number): void => {
    window.copyWithin(0, count, filled);
    filled -= count;
    windowOffset += count;
    places.drop(count);
  };

  return {
    start(offset = 0) {
      filled = 0;
      windowOffset = offset;
      hasBegun = false;
    },
    push(piece) {
      if (filled + piece.length + ahead > window.length) {
        const larger = Buffer.alloc(filled + piece.length + ahead);
        larger.set(window.subarray(0, filled));
        window = larger;
      }
      window.set(piece, filled);
      filled += piece.length;
      if (!hasBegun && filled < HEAD_BYTES) return;
      if (!hasBegun) begin();
      const limit = filled - ahead;
      if (limit <= 0) return;
      searchTo(limit);
      drop(limit);
    },
    end() {
      if (!hasBegun) begin();
      // No value holds a NUL, so none reaches over the end.
      window.fill(0, filled, filled + ahead);
      searchTo(filled);
    },
  };
}

/** Where in its file a byte of the window is. */
interface Places {
  /** To be asked in the order of the file. */
  at(window: Uint8Array, index: number): FoundPlace;
  /** Takes note of the bytes up to here. */
  pass(window: Uint8Array, to: number): void;
  /** So many bytes leave the window at its start; they were passed. */
  drop(count: number): void;
}

/** In: the file's first bytes, which say whether it is text. */
function followPlaces(head: Uint8Array): Places {
  const text = textStartOf(head);
  const position: TextPosition | null = text === null ? null : followText(text.encoding);
  let dropped = 0;
  let passed = text?.markBytes ?? 0;
  const pass = (window: Uint8Array, to: number): void => {
    if (position !== null && to > passed) position.pass(window, passed, to);
    passed = Math.max(to, passed);
  };
  return {
    at(window, index) {
      if (position === null) return { kind: 'binary', offset: dropped + index };
      pass(window, index);
      return { kind: 'text', line: position.line, column: position.column };
    },
    pass,
    drop(count) {
      passed -= count;
      dropped += count;
    },
  };
}

/**
 * The next place, up to `limit`, where the first two characters of a value stand, plain or with a NUL between. A function of
 * its own, over its own variables: every byte of every file passes through this loop.
 */
function nextStart(
  starts: Uint8Array,
  bytes: Uint8Array,
  { from, limit }: { readonly from: number; readonly limit: number },
): number {
  let second = bytes[from] ?? 0;
  for (let at = from; at < limit; at += 1) {
    const first = second;
    second = bytes[at + 1] ?? 0;
    // No value begins with a NUL.
    if (first === 0) continue;
    const next = second === 0 ? (bytes[at + 2] ?? 0) : second;
    if (starts[(first << 8) | next] === 1) return at;
  }
  return limit;
}

interface ValueMatch extends Pick<ByteMatch, 'values' | 'shape'> {
  /** In characters. */
  readonly length: number;
}

interface Start {
  readonly at: number;
  readonly stride: Stride;
}

function matchesAt({ lengths, values, longest }: ScanPatterns, window: Buffer, start: Start): ValueMatch[] {
  const found: ValueMatch[] = [];
  const text = charactersAt(window, start, Math.min(longest, 64));
  const shaped = shapedKeyAt(text);
  if (shaped !== null) {
    const own = values.get(digestText(text.slice(0, shaped.length))) ?? [];
    found.push({ values: own, shape: shaped.kind, length: shaped.length });
  }
  if (text.length < LEAD_BYTES) return found;
  for (const length of lengths.get(leadHash(window, start.at, start.stride)) ?? []) {
    if (length === shaped?.length) continue;
    const candidate = length <= text.length ? text.slice(0, length) : charactersAt(window, start, length);
    const own = candidate.length === length ? values.get(digestText(candidate)) : undefined;
    if (own !== undefined) found.push({ values: own, shape: null, length });
  }
  return found;
}

/** At most `length` characters, fewer where the NULs between them end. */
function charactersAt(window: Buffer, { at, stride }: Start, length: number): string {
  if (stride === 1) return window.toString('latin1', at, at + length);
  let text = '';
  for (let index = at; text.length < length; index += 2) {
    text += String.fromCharCode(window[index] ?? 0);
    if (window[index + 1] !== 0) break;
  }
  return text;
}

function digestText(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('base64');
}
