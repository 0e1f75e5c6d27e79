import { createInflater, type InflateState } from './inflater.ts';
import { KIND_BYTES, packedKindOf } from './packed-kind.ts';
import { holdHead, type PackedReader, type Parts } from './parts.ts';
import { readTar } from './read-tar.ts';

interface GzipOptions {
  readonly parts: Parts;
  /** Of the file that is packed, when it is one alone. */
  readonly name: string;
  /** Asked before so many bytes more are unpacked; `false` ends it. */
  readonly mayUnpack: (bytes: number) => boolean;
}

/** The name of the file and a remark may stand in front of what is packed. */
const HEADER_BYTES = 1024;

/** Reads gzip: one file, or an archive of tar. */
export function readGzip({ parts, name, mayUnpack }: GzipOptions): PackedReader {
  const inflater = createInflater('gzip');
  const content = holdHead(KIND_BYTES, (head) =>
    packedKindOf(head) === 'tar' ? readTar(parts) : oneFile(parts, name),
  );
  let state: InflateState = 'more';
  let isTooMuch = false;
  let offset = 0;
  /** What stands behind its end is no longer packed; the first bytes were searched as they are already. */
  const takeRest = (piece: Uint8Array, rest: Uint8Array): void => {
    const from = Math.max(offset + piece.length - rest.length, HEADER_BYTES);
    const bytes = piece.subarray(Math.max(0, from - offset));
    if (!isTooMuch && bytes.length > 0) parts.own(Math.max(from, offset), bytes);
  };
  const take = (bytes: Uint8Array): boolean => {
    if (!mayUnpack(bytes.length)) isTooMuch = true;
    else content.push(bytes);
    return !isTooMuch;
  };
  return {
    push(piece) {
      const header = piece.subarray(0, Math.max(0, HEADER_BYTES - offset));
      if (header.length > 0) parts.own(offset, header);
      if (state !== 'more') takeRest(piece, piece);
      else {
        state = inflater.push(piece, take);
        takeRest(piece, inflater.rest());
      }
      offset += piece.length;
    },
    end() {
      if (isTooMuch) {
        parts.addGap('tooMuch');
        return;
      }
      content.end();
      if (inflater.end() === 'broken') parts.addGap('damaged');
    },
  };
}

function oneFile(parts: Parts, name: string): PackedReader {
  parts.begin(name);
  return {
    push: (bytes) => {
      parts.push(bytes);
    },
    end: () => {
      parts.end();
    },
  };
}
