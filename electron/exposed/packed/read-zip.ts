import { createInflater, type Inflater } from './inflater.ts';
import type { PackedReader, Parts } from './parts.ts';
import type { ZipDirectory, ZipEntry } from './zip-directory.ts';

interface ZipOptions {
  readonly parts: Parts;
  readonly directory: ZipDirectory;
  readonly mayUnpack: (bytes: number) => boolean;
}

const HEADER = { mark: 0x04034b50, bytes: 30 };
const STORED = 0;
const DEFLATED = 8;

/** What the next bytes are. */
type State =
  | { readonly kind: 'between' }
  /** The fixed part of an entry's own header. */
  | { readonly kind: 'header'; readonly entry: ZipEntry; readonly held: Buffer; left: number }
  /** Name and extra fields there. */
  | { readonly kind: 'fields'; readonly entry: ZipEntry; readonly extraBytes: number; left: number }
  | { readonly kind: 'body'; readonly body: Body; left: number };

/**
 * Reads a ZIP archive from its start to its end by what its directory says. Each byte belongs to one entry at most: where they lie over
 * one another, as in bombs, the later one is not read.
 */
export function readZip({ parts, directory, mayUnpack }: ZipOptions): PackedReader {
  const bodies = createBodies(parts, mayUnpack);
  const waiting = createQueue(directory.entries, parts);
  let offset = 0;
  let state: State = { kind: 'between' };

  const stepBetween = (bytes: Uint8Array): number => {
    const entry = waiting.first(offset);
    if (entry?.offset === offset) {
      const held = Buffer.alloc(HEADER.bytes);
      state = { kind: 'header', entry: waiting.shift(entry), held, left: HEADER.bytes };
      return 0;
    }
    const { taken, isSearched } = bytesBetween({ offset, entry, directory });
    const some = bytes.subarray(0, taken);
    if (isSearched) parts.own(offset, some);
    return some.length;
  };
  /** How many of the bytes it took. */
  const step = (bytes: Uint8Array): number => {
    if (bodies.isTooMuch()) return bytes.length;
    if (state.kind === 'between') return stepBetween(bytes);
    const some = bytes.subarray(0, state.left);
    if (state.kind === 'body') state.body.push(some, offset);
    if (state.kind === 'fields') ownExtra(parts, state, { offset, bytes: some });
    if (state.kind === 'header') state.held.set(some, HEADER.bytes - state.left);
    state.left -= some.length;
    return some.length;
  };
  const openFields = (entry: ZipEntry, header: Buffer): State => {
    const fields = fieldBytes(header);
    if (fields !== null) return { kind: 'fields', entry, ...fields };
    parts.addGap('damaged');
    parts.own(offset - HEADER.bytes, header);
    return { kind: 'between' };
  };
  const advance = (): void => {
    if (state.kind === 'header' && state.left === 0) state = openFields(state.entry, state.held);
    if (state.kind === 'fields' && state.left === 0) {
      state = { kind: 'body', body: bodies.open(state.entry), left: state.entry.packedBytes };
    }
    if (state.kind !== 'body' || state.left > 0) return;
    state.body.end();
    state = { kind: 'between' };
  };

  return {
    push(piece) {
      for (let rest = piece; rest.length > 0;) {
        const taken = step(rest);
        rest = rest.subarray(taken);
        offset += taken;
        advance();
      }
    },
    end() {
      if (bodies.isTooMuch()) parts.addGap('tooMuch');
      else if (state.kind !== 'between' || waiting.first(offset) !== null) parts.addGap('damaged');
    },
  };
}

/** The name is that of the directory; what follows it may be anything. */
function ownExtra(
  parts: Parts,
  { extraBytes, left }: Extract<State, { kind: 'fields' }>,
  { offset, bytes }: { readonly offset: number; readonly bytes: Uint8Array },
): void {
  const from = Math.max(0, left - extraBytes);
  if (from < bytes.length) parts.own(offset + from, bytes.subarray(from));
}

interface Between {
  readonly offset: number;
  /** The next one. */
  readonly entry: ZipEntry | null;
  readonly directory: ZipDirectory;
}

/** So many of the bytes between entries and behind them, at most, are searched, or not: the names of the directory were taken already. */
function bytesBetween({ offset, entry, directory: { start, end } }: Between) {
  if (entry !== null) return { taken: entry.offset - offset, isSearched: true };
  if (offset < start) return { taken: start - offset, isSearched: true };
  return offset < end ? { taken: end - offset, isSearched: false } : { taken: Infinity, isSearched: true };
}

/** How many bytes of fields follow. `null`: it is no header. */
function fieldBytes(header: Buffer): { readonly left: number; readonly extraBytes: number } | null {
  if (header.readUInt32LE(0) !== HEADER.mark) return null;
  const extraBytes = header.readUInt16LE(28);
  return { left: header.readUInt16LE(26) + extraBytes, extraBytes };
}

function createQueue(entries: readonly ZipEntry[], parts: Parts) {
  let next = 0;
  return {
    /** The next one that does not lie over what was read up to there. */
    first(offset: number): ZipEntry | null {
      for (let entry = entries[next]; entry !== undefined; entry = entries[next]) {
        if (entry.offset >= offset) return entry;
        parts.addGap('damaged');
        next += 1;
      }
      return null;
    },
    shift(entry: ZipEntry): ZipEntry {
      next += 1;
      return entry;
    },
  };
}

/** What an entry holds, packed. */
interface Body {
  /** `offset`: of the bytes in the archive. */
  push(bytes: Uint8Array, offset: number): void;
  end(): void;
}

const NO_BODY: Body = { push: () => undefined, end: () => undefined };

function createBodies(parts: Parts, mayUnpack: ZipOptions['mayUnpack']) {
  let isTooMuch = false;
  // One for all: an archive may hold a hundred thousand small files.
  let inflater: Inflater | null = null;
  const inflaterOf = (method: number): Inflater | null => {
    if (method !== DEFLATED) return null;
    inflater ??= createInflater('none');
    inflater.restart();
    return inflater;
  };
  const take = (bytes: Uint8Array): boolean => {
    isTooMuch ||= !mayUnpack(bytes.length);
    if (!isTooMuch) parts.push(bytes);
    return !isTooMuch;
  };
  /** What stands behind its end, or where it is broken. */
  const unpackedTo = (deflated: Inflater, bytes: Uint8Array): Uint8Array => {
    deflated.push(bytes, take);
    return deflated.rest();
  };
  return {
    isTooMuch: () => isTooMuch,
    open({ name, method, isEncrypted, packedBytes }: ZipEntry): Body {
      const isKnown = method === STORED || method === DEFLATED;
      const isFolder = packedBytes === 0 && name.endsWith('/');
      parts.begin(name);
      if (isEncrypted || !isKnown || isFolder) {
        parts.end();
        if (!isFolder) parts.addGap('otherPacked');
        return NO_BODY;
      }
      const deflated = inflaterOf(method);
      let isOpen = true;
      return {
        push(bytes, offset) {
          if (deflated === null) {
            take(bytes);
            return;
          }
          const rest = isOpen ? unpackedTo(deflated, bytes) : bytes;
          if (rest.length === 0) return;
          isOpen = false;
          if (!isTooMuch) parts.own(offset + bytes.length - rest.length, rest);
        },
        end() {
          parts.end();
          if (!isTooMuch && deflated?.end() === 'broken') parts.addGap('damaged');
        },
      };
    },
  };
}
