export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How a file's text is encoded, and how many bytes of a byte order mark stand before it. */
export interface TextStart {
  readonly encoding: TextEncoding;
  readonly markBytes: number;
}

/** So many of a file's first bytes say what it is. */
export const HEAD_BYTES = 4096;

/** Some characters have their NUL in the other place: at most one in so many may. */
const FEW = 16;

/** By a byte order mark, else by where NULs are: text in UTF-16 has them in every other place. `null`: no text. */
export function textStartOf(head: Uint8Array): TextStart | null {
  const [first, second, third] = head;
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  const nuls: [even: number, odd: number] = [0, 0];
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] === 0) nuls[at % 2 === 0 ? 0 : 1] += 1;
  }
  const [even, odd] = nuls;
  if (even === 0 && odd === 0) return { encoding: 'utf-8', markBytes: 0 };
  const many = head.length / 8;
  if (odd >= many && even * FEW <= odd) return { encoding: 'utf-16le', markBytes: 0 };
  if (even >= many && odd * FEW <= even) return { encoding: 'utf-16be', markBytes: 0 };
  return null;
}

/** Follows a text byte by byte, in pieces of any size. */
export interface TextPosition {
  /** Counted from 1; the column in characters. */
  line: number;
  column: number;
  /** Passes over the bytes from `from` up to `to`. */
  pass(bytes: Uint8Array, from: number, to: number): void;
}

const LINE_FEED = 0x0a;

export function followText(encoding: TextEncoding): TextPosition {
  return encoding === 'utf-8' ? followUtf8() : followUtf16(encoding === 'utf-16le');
}

function followUtf8(): TextPosition {
  const position: TextPosition = {
    line: 1,
    column: 1,
    pass(bytes, from, to) {
      let { line, column } = position;
      for (let at = from; at < to; at += 1) {
        const byte = bytes[at] ?? 0;
        if (byte === LINE_FEED) {
          line += 1;
          column = 1;
        } else if ((byte & 0xc0) !== 0x80) column += 1; // all but the later bytes of a character
      }
      position.line = line;
      position.column = column;
    },
  };
  return position;
}

function followUtf16(isLittleEndian: boolean): TextPosition {
  /** The first byte of a pair whose second has not come yet. */
  let first: number | null = null;
  const position: TextPosition = {
    line: 1,
    column: 1,
    pass(bytes, from, to) {
      for (let at = from; at < to; at += 1) {
        const byte = bytes[at] ?? 0;
        if (first === null) {
          first = byte;
          continue;
        }
        const unit = isLittleEndian ? (byte << 8) | first : (first << 8) | byte;
        first = null;
        if (unit === LINE_FEED) {
          position.line += 1;
          position.column = 1;
        } else if (unit < 0xdc00 || unit > 0xdfff) position.column += 1; // all but the second half of a pair
      }
    },
  };
  return position;
}
