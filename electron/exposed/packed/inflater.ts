import {
  ZStream,
  Z_BUF_ERROR,
  Z_OK,
  Z_STREAM_END,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateReset,
} from 'pako';

/** What stands around the deflated bytes: of gzip with its members, of zlib, nothing. */
export type Wrapping = 'gzip' | 'zlib' | 'none';

/** `more`: the stream goes on. `ended`: it is whole, its checksum too. `broken`: it is none, or damaged. */
export type InflateState = 'more' | 'ended' | 'broken';

export interface Inflater {
  /** Calls `onBytes` with what the bytes stand for, in pieces that are overwritten by the next; once it answers `false`, no more. */
  push(packed: Uint8Array, onBytes: (bytes: Uint8Array) => boolean): InflateState;
  /** Of the bytes that came last, those behind the end, or where it is broken. */
  rest(): Uint8Array;
  /** Begins another stream, in the memory of the one before. */
  restart(): void;
  /** What it is when nothing more comes. */
  end(): Exclude<InflateState, 'more'>;
}

/** zlib's numbers for `windowBits`: 15 for its largest window, 16 more for gzip, negative for none. */
const WINDOW_BITS: Record<Wrapping, number> = { gzip: 31, zlib: 15, none: -15 };
const PIECE_BYTES = 64 * 1024;
const GZIP_START = 0x1f;
const NOTHING = new Uint8Array();

/**
 * Undoes deflate piece by piece, in as much memory as one piece and zlib's window need, whatever comes out. Synchronous, as the scan is,
 * which Node's own zlib is for whole buffers alone.
 */
export function createInflater(wrapping: Wrapping): Inflater {
  const stream = new ZStream();
  const output = new Uint8Array(PIECE_BYTES);
  zlibInflateInit2(stream, WINDOW_BITS[wrapping]);
  let state: InflateState = 'more';
  /** A member of gzip was whole, and another may follow. */
  let isBetween = false;

  const step = (onBytes: (bytes: Uint8Array) => boolean): void => {
    stream.output = output;
    stream.next_out = 0;
    stream.avail_out = output.length;
    const status = zlibInflate(stream, 0);
    if (stream.next_out > 0 && !onBytes(output.subarray(0, stream.next_out))) state = 'broken';
    else if (status === Z_STREAM_END && wrapping === 'gzip') isBetween = true;
    else if (status === Z_STREAM_END) state = 'ended';
    else if (status !== Z_OK && status !== Z_BUF_ERROR) state = 'broken';
  };
  /** Zeros fill tapes up behind the last member. */
  const begin = (first: number): void => {
    if (first === GZIP_START) {
      isBetween = false;
      zlibInflateReset(stream);
    } else state = first === 0 ? 'ended' : 'broken';
  };

  return {
    push(packed, onBytes) {
      stream.input = packed;
      stream.next_in = 0;
      stream.avail_in = packed.length;
      let isFull = false;
      while (state === 'more' && (stream.avail_in > 0 || isFull)) {
        if (isBetween) begin(packed[stream.next_in] ?? 0);
        else step(onBytes);
        isFull = !isBetween && stream.avail_out === 0;
      }
      return state;
    },
    rest: () => (state === 'more' ? NOTHING : stream.input.subarray(stream.next_in)),
    restart() {
      state = 'more';
      isBetween = false;
      zlibInflateReset(stream);
    },
    end: () => (state === 'ended' || (state === 'more' && isBetween) ? 'ended' : 'broken'),
  };
}
