/** A file in an archive, as its directory says. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0: as it is. 8: deflated. */
  readonly method: number;
  readonly packedBytes: number;
  /** Where its own header begins. */
  readonly offset: number;
}

export interface ZipDirectory {
  /** In the order in which they lie. */
  readonly entries: readonly ZipEntry[];
  /** Where it stands itself. `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Reads so many bytes from there on; fewer at the file's end. */
export type ReadAt = (offset: number, bytes: number) => Buffer;

/** The names of some hundred thousand files. */
const MOST_DIRECTORY_BYTES = 32 * 1024 * 1024;

const END = { mark: 0x06054b50, bytes: 22 };
const MOST_REMARK_BYTES = 0xffff;
const LOCATOR = { mark: 0x07064b50, bytes: 20 };
const END_64 = { mark: 0x06064b50, bytes: 56 };
const ENTRY = { mark: 0x02014b50, bytes: 46 };
/** In place of a number that stands in the extra field of large files. */
const IS_ELSEWHERE = 0xffffffff;
const EXTRA_64 = 1;
const ENCRYPTED = 0x01;
const UTF_8 = 0x800;

/**
 * The directory of a ZIP archive, at its end (APPNOTE.TXT 4.3). `null`: it has none that can be read, or one that is larger than a real
 * one.
 */
export function readZipDirectory(size: number, readAt: ReadAt): ZipDirectory | null {
  const tailAt = Math.max(0, size - END.bytes - MOST_REMARK_BYTES);
  const end = findEnd(readAt(tailAt, size - tailAt), tailAt);
  const where = end === null ? null : directoryAt(end, readAt);
  if (where === null || where.bytes > MOST_DIRECTORY_BYTES || where.offset + where.bytes > size) return null;
  const directory = readAt(where.offset, where.bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; at < directory.length;) {
    if (at + ENTRY.bytes > directory.length || directory.readUInt32LE(at) !== ENTRY.mark) return null;
    const [nameBytes, extraBytes, remarkBytes] = [28, 30, 32].map((field) =>
      directory.readUInt16LE(at + field),
    ) as [number, number, number]; // as many as were asked for
    const nameAt = at + ENTRY.bytes;
    const next = nameAt + nameBytes + extraBytes + remarkBytes;
    if (next > directory.length) return null;
    const extra = directory.subarray(nameAt + nameBytes, nameAt + nameBytes + extraBytes);
    const entry = readEntry(directory.subarray(at, nameAt + nameBytes), extra);
    if (entry === null) return null;
    entries.push(entry);
    at = next;
  }
  return {
    entries: entries.toSorted((a, b) => a.offset - b.offset),
    start: where.offset,
    end: where.offset + where.bytes,
  };
}

interface End {
  /** Where it stands in the file. */
  readonly at: number;
  readonly bytes: number;
  readonly offset: number;
}

/** The last one whose remark reaches to the file's end: the remark may hold the mark too. */
function findEnd(tail: Buffer, tailAt: number): End | null {
  for (let at = tail.length - END.bytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END.mark) continue;
    if (at + END.bytes + tail.readUInt16LE(at + 20) !== tail.length) continue;
    return { at: tailAt + at, bytes: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
  }
  return null;
}

function directoryAt(end: End, readAt: ReadAt): { readonly bytes: number; readonly offset: number } | null {
  if (end.bytes !== IS_ELSEWHERE && end.offset !== IS_ELSEWHERE) return end;
  const locator = readAt(end.at - LOCATOR.bytes, LOCATOR.bytes);
  if (locator.length < LOCATOR.bytes || locator.readUInt32LE(0) !== LOCATOR.mark) return null;
  const end64 = readAt(Number(locator.readBigUInt64LE(8)), END_64.bytes);
  if (end64.length < END_64.bytes || end64.readUInt32LE(0) !== END_64.mark) return null;
  return { bytes: Number(end64.readBigUInt64LE(40)), offset: Number(end64.readBigUInt64LE(48)) };
}

/** In: its fields and its name; its extra fields. `null`: numbers that no file has. */
function readEntry(fields: Buffer, extra: Buffer): ZipEntry | null {
  const flags = fields.readUInt16LE(8);
  const numbers = [fields.readUInt32LE(24), fields.readUInt32LE(20), fields.readUInt32LE(42)];
  const large = largeNumbers(extra);
  const [, packedBytes = 0, offset = 0] = numbers.map((number) =>
    number === IS_ELSEWHERE ? (large.shift() ?? Number.NaN) : number,
  );
  if (!Number.isSafeInteger(packedBytes) || !Number.isSafeInteger(offset)) return null;
  const name = fields.subarray(ENTRY.bytes);
  return {
    // The others are in the code page of whoever packed them.
    name: name.toString((flags & UTF_8) === 0 && !isUtf8Text(name) ? 'latin1' : 'utf8'),
    isEncrypted: (flags & ENCRYPTED) !== 0,
    method: fields.readUInt16LE(10),
    packedBytes,
    offset,
  };
}

function isUtf8Text(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes);
}

/** Those of the numbers that do not fit into four bytes, in their order: unpacked, packed, offset. */
function largeNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length;) {
    const bytes = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === EXTRA_64) {
      const field = extra.subarray(at + 4, at + 4 + bytes);
      return Array.from({ length: Math.floor(field.length / 8) }, (_, index) =>
        Number(field.readBigUInt64LE(index * 8)),
      );
    }
    at += 4 + bytes;
  }
  return [];
}
