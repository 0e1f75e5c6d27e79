import type { ByteMatch } from './byte-matcher.ts';
import { createFileTally, type FileTally } from './file-tally.ts';
import { createPathMask } from './mask-path.ts';
import { KIND_BYTES, packedKindOf } from './packed/packed-kind.ts';
import { holdHead, type PackedGap, type PackedReader, type Parts } from './packed/parts.ts';
import { readGzip } from './packed/read-gzip.ts';
import { readLooseObject } from './packed/read-loose-object.ts';
import { readTar } from './packed/read-tar.ts';
import { readZip } from './packed/read-zip.ts';
import {
  createUnpackBounds,
  UNPACK_LIMITS,
  type UnpackBounds,
  type UnpackLimits,
} from './packed/unpack-bounds.ts';
import { readZipDirectory } from './packed/zip-directory.ts';
import type { OpenFile } from './scan-file-system.ts';
import type { Finding } from './scan-job.ts';
import type { ScanPatterns } from './scan-patterns.ts';
import type { FileStep } from './walk-files.ts';

type Named = Pick<Finding, 'path' | 'shown'>;

export interface ContentScanOptions {
  /** `UNPACK_LIMITS` when they are left out. */
  readonly unpackLimits?: UnpackLimits | undefined;
  /** The file itself, or one that is packed in it, was read. */
  readonly onFound: (file: Named, inFile: Pick<FileTally, 'found' | 'foreign'>) => void;
  readonly addGap: (gap: PackedGap) => void;
  /** Some more was unpacked. */
  readonly onUnpacked: () => void;
}

interface Started extends Named {
  /** The keys in its name, and where in the path that begins. */
  readonly matches: readonly ByteMatch[];
  readonly nameAt: number;
}

/** Looks into files one after another, and into what is packed in them. Memory is that of a few pieces, whatever is unpacked. */
export interface ContentScan {
  start(file: Started): void;
  /** Before its bytes. */
  open(file: OpenFile, step: FileStep): void;
  push(bytes: Uint8Array): void;
  /** It was read to its end, and is still open. */
  readonly end: () => void;
  /** After that, or when it broke off: what was found is told. */
  close(): void;
}

export function createContentScan(patterns: ScanPatterns, options: ContentScanOptions): ContentScan {
  const own = createFileTally(patterns);
  const parts = createParts(patterns, { ...options, own });
  const bounds = createUnpackBounds(options.unpackLimits ?? UNPACK_LIMITS);
  let at: Named = { path: '', shown: '' };
  let reader: PackedReader | null = null;
  return {
    start({ path, shown, matches, nameAt }) {
      at = { path, shown };
      reader = null;
      own.start();
      own.takeName(matches, nameAt);
      bounds.startFile();
      parts.start(at);
    },
    open(file, step) {
      const mayUnpack = (bytes: number): boolean => {
        options.onUnpacked();
        return bounds.mayUnpack(bytes);
      };
      reader = holdHead(KIND_BYTES, (head) => readerOf({ head, file, step, parts, own, mayUnpack }));
    },
    push(bytes) {
      bounds.read(bytes.length);
      reader?.push(bytes);
    },
    end: () => {
      reader?.end();
    },
    close() {
      parts.close();
      options.onFound(at, own);
    },
  };
}

interface Opened {
  readonly head: Uint8Array;
  readonly file: OpenFile;
  readonly step: FileStep;
  readonly parts: Parts;
  readonly own: FileTally;
  readonly mayUnpack: UnpackBounds['mayUnpack'];
}

/** The first byte of zlib's streams, as Git writes them. */
const ZLIB_START = 0x78;

function readerOf({ head, file, step, parts, own, mayUnpack }: Opened): PackedReader {
  if (step.isLooseObject && head[0] === ZLIB_START) return readLooseObject({ parts, name: '', mayUnpack });
  switch (packedKindOf(head)) {
    case 'gzip':
      return readGzip({ parts, name: nameOfUnpacked(step.relative), mayUnpack });
    case 'tar':
      return readTar(parts);
    case 'zip': {
      const directory = readZipDirectory(file.size, (offset, bytes) => readAt(file, offset, bytes));
      if (directory !== null) return readZip({ parts, directory, mayUnpack });
      parts.addGap('damaged');
      return asItIs(own);
    }
    case 'other':
      parts.addGap('otherPacked');
      return asItIs(own);
    case null:
      return asItIs(own);
  }
}

function asItIs(tally: FileTally): PackedReader {
  tally.startBytes(0, 'lines');
  return {
    push: (bytes) => {
      tally.push(bytes);
    },
    end: () => {
      tally.endBytes();
    },
  };
}

/** `app.log.gz` holds `app.log`. */
function nameOfUnpacked(path: string): string {
  const name = /[^/\\]*$/.exec(path)?.[0] ?? path;
  return name.replace(/\.gz$/i, '');
}

function readAt(file: OpenFile, offset: number, bytes: number): Buffer {
  const room = Math.max(0, Math.min(bytes, file.size - offset));
  const read = Buffer.alloc(Number.isSafeInteger(offset) && offset >= 0 ? room : 0);
  let filled = 0;
  while (filled < read.length) {
    const count = file.readAt(read.subarray(filled), offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return read.subarray(0, filled);
}

interface PartsOptions extends Pick<ContentScanOptions, 'onFound' | 'addGap'> {
  /** What is found in the packed file itself. */
  readonly own: FileTally;
}

interface FileParts extends Parts {
  start(file: Named): void;
  close(): void;
}

/** Of a name in an archive so many characters are shown. */
const MOST_NAME = 1000;

/** Searches what is packed in a file. */
function createParts(patterns: ScanPatterns, { own, onFound, addGap }: PartsOptions): FileParts {
  const part = createFileTally(patterns);
  const maskName = createPathMask(patterns);
  let file: Named = { path: '', shown: '' };
  let shown: string | null = null;
  let content: PackedReader | null = null;
  const ownBytes = createOwnBytes(own);
  /** Such a file is counted once, however many of its parts are. */
  const once = new Set<PackedGap>();

  const end = (): void => {
    if (shown === null) return;
    content?.end();
    onFound({ path: file.path, shown }, part);
    shown = null;
    content = null;
  };
  const openContent = (head: Uint8Array): PackedReader => {
    const kind = packedKindOf(head);
    if (kind !== null) addGap(kind === 'other' ? 'otherPacked' : 'nested');
    return asItIs(part);
  };
  return {
    start(started) {
      file = started;
      once.clear();
    },
    begin(name) {
      const masked = maskName(name);
      shown = name === '' ? file.shown : `${file.shown} › ${masked.shown.slice(0, MOST_NAME)}`;
      part.start();
      part.takeName(masked.matches, 0);
      content = holdHead(KIND_BYTES, openContent);
    },
    push(bytes) {
      content?.push(bytes);
    },
    end,
    own: ownBytes.push,
    addGap(gap) {
      if ((gap === 'damaged' || gap === 'tooMuch') && once.has(gap)) return;
      once.add(gap);
      addGap(gap);
    },
    close() {
      end();
      ownBytes.close();
    },
  };
}

/** Bytes of a packed file that come with gaps between them, each stretch searched by itself. */
function createOwnBytes(own: FileTally) {
  /** Where the stretch goes on. */
  let next: number | null = null;
  const close = (): void => {
    if (next !== null) own.endBytes();
    next = null;
  };
  return {
    push: (offset: number, bytes: Uint8Array): void => {
      if (offset !== next) {
        close();
        own.startBytes(offset, 'offsets');
      }
      own.push(bytes);
      next = offset + bytes.length;
    },
    close,
  };
}
