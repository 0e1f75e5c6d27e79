import type { TextStart } from './text-position.ts';

/** Text in UTF-16 as one byte a character. */
export interface Narrowing {
  /** Of the next bytes, which may end within a character. */
  narrow(bytes: Uint8Array): Uint8Array;
  /** Where in the file a character begins, by its place in what was answered. */
  offsetOf(index: number): number;
}

/** Stands for every character that is not ASCII, and is none of Base64. */
const OTHER = 0;

export function createNarrowing({ encoding, markBytes }: TextStart): Narrowing {
  let toSkip = markBytes;
  /** The first byte of a character whose second has not come yet. */
  let first: number | null = null;
  return {
    narrow(bytes) {
      const from = Math.min(toSkip, bytes.length);
      toSkip -= from;
      const narrow = new Uint8Array((bytes.length - from + 1) >> 1);
      let count = 0;
      for (let at = from; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (first === null) {
          first = byte;
          continue;
        }
        const [low, high] = encoding === 'utf-16le' ? [first, byte] : [byte, first];
        narrow[count] = high === 0 ? low : OTHER;
        count += 1;
        first = null;
      }
      return narrow.subarray(0, count);
    },
    offsetOf: (index) => markBytes + index * 2,
  };
}
