import type { FoundPlace } from '../../shared/domain/exposed-scan.ts';
import { MOST_PLACES_LISTED } from '../../shared/domain/scan-limits.ts';
import { createBase64Reader } from './base64-runs.ts';
import { createByteMatcher, type ByteMatch } from './byte-matcher.ts';
import type { ScanPatterns } from './scan-patterns.ts';
import { HEAD_BYTES, textStartOf } from './text-position.ts';
import { createNarrowing, type Narrowing } from './utf16-narrowing.ts';

export interface InFile {
  count: number;
  readonly places: FoundPlace[];
}

/** What is found in one file. */
export interface FileTally {
  /** Begins a new one. */
  start(): void;
  /** A key in a folder's name is the folder's, not that of every file in it: those before `nameAt` are not counted. */
  takeName(matches: readonly ByteMatch[], nameAt: number): void;
  /** Begins what stands in the file from `offset` on. `offsets`: places are told as bytes, also in text, as of a file that is packed. */
  startBytes(offset: number, places: 'lines' | 'offsets'): void;
  push(bytes: Uint8Array): void;
  endBytes(): void;
  /** By the value's number. */
  found(): ReadonlyMap<number, InFile>;
  foreign(): { readonly local: number; readonly postman: number };
}

export function createFileTally(patterns: ScanPatterns): FileTally {
  let places: 'lines' | 'offsets' = 'lines';
  let found = new Map<number, InFile>();
  let foreign = { local: 0, postman: 0 };
  const add = ({ values, shape }: ByteMatch, place: FoundPlace): void => {
    if (values.length === 0 && shape !== null) foreign[shape] += 1;
    for (const value of values) {
      const known = found.get(value) ?? { count: 0, places: [] };
      known.count += 1;
      if (known.places.length < MOST_PLACES_LISTED) known.places.push(place);
      found.set(value, known);
    }
  };
  const matcher = createByteMatcher(patterns, (match) => {
    add(match, places === 'lines' ? match.place : { kind: 'binary', offset: match.offset });
  });
  let narrowing: Narrowing | null = null;
  let encodedAt = 0;
  const encoded = createByteMatcher(patterns, (match) => {
    add(match, { kind: 'encoded', offset: encodedAt });
  });
  const base64 = createBase64Reader({
    ...encoded,
    begin(offset) {
      encodedAt = narrowing?.offsetOf(offset) ?? offset;
      encoded.start();
    },
  });
  let hasBegun = false;
  return {
    start() {
      found = new Map();
      foreign = { local: 0, postman: 0 };
    },
    startBytes(offset, kind) {
      places = kind;
      // Only text may be in UTF-16.
      hasBegun = kind === 'offsets';
      narrowing = null;
      matcher.start(offset);
      base64.start(offset);
    },
    push(bytes) {
      if (!hasBegun) narrowing = narrowingOf(bytes);
      hasBegun = true;
      matcher.push(bytes);
      base64.push(narrowing?.narrow(bytes) ?? bytes);
    },
    endBytes() {
      matcher.end();
      base64.end();
    },
    takeName(matches, nameAt) {
      for (const match of matches) if (match.offset + match.bytes > nameAt) add(match, { kind: 'path' });
    },
    found: () => found,
    foreign: () => foreign,
  };
}

/** Base64 may be written in UTF-16 as any other text. */
function narrowingOf(head: Uint8Array): Narrowing | null {
  const text = textStartOf(head.subarray(0, HEAD_BYTES));
  return text === null || text.encoding === 'utf-8' ? null : createNarrowing(text);
}
