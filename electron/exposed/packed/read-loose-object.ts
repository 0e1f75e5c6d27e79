import { createInflater, type InflateState } from './inflater.ts';
import { holdHead, type PackedReader, type Parts } from './parts.ts';

interface LooseObjectOptions {
  readonly parts: Parts;
  readonly name: string;
  readonly mayUnpack: (bytes: number) => boolean;
}

/** `commit`, a space, and as many digits as a size may have. */
const HEADER_BYTES = 32;

/** An object of Git that lies in a file of its own: deflated, with its type and its size in front (gitformat-loose(5)). */
export function readLooseObject({ parts, name, mayUnpack }: LooseObjectOptions): PackedReader {
  const inflater = createInflater('zlib');
  let state: InflateState = 'more';
  let isTooMuch = false;
  let offset = 0;
  let before = 0;
  const content = holdHead(HEADER_BYTES, (head) => {
    before = head.indexOf(0) + 1;
    parts.begin(name);
    return {
      push(bytes) {
        parts.push(bytes.subarray(before));
        before = 0;
      },
      end: () => {
        parts.end();
      },
    };
  });
  return {
    push(piece) {
      let rest = piece;
      if (state === 'more') {
        state = inflater.push(piece, (bytes) => {
          isTooMuch = !mayUnpack(bytes.length);
          if (!isTooMuch) content.push(bytes);
          return !isTooMuch;
        });
        rest = inflater.rest();
      }
      // Behind its end, or where it is broken.
      if (rest.length > 0 && !isTooMuch) parts.own(offset + piece.length - rest.length, rest);
      offset += piece.length;
    },
    end() {
      content.end();
      if (isTooMuch) parts.addGap('tooMuch');
      else if (inflater.end() === 'broken') parts.addGap('damaged');
    },
  };
}
