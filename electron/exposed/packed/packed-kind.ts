import { isTarHeader } from './read-tar.ts';

export type PackedKind = 'gzip' | 'zip' | 'tar' | 'other';

/** So many first bytes tell what a file is packed with. */
export const KIND_BYTES = 512;

/** `ustar` stands behind the fields of the first header (pax(1)); before POSIX there was the checksum alone. */
const TAR_MARK = { at: 257, text: 'ustar' };

const STARTS: readonly (readonly [kind: PackedKind, bytes: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 8]],
  ['zip', [0x50, 0x4b, 3, 4]],
  // xz, bzip2, Zstandard, LZ4, 7z, RAR, Microsoft's cabinets, compress(1)
  ['other', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
  ['other', [0x42, 0x5a, 0x68]],
  ['other', [0x28, 0xb5, 0x2f, 0xfd]],
  ['other', [4, 0x22, 0x4d, 0x18]],
  ['other', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['other', [0x52, 0x61, 0x72, 0x21, 0x1a, 7]],
  ['other', [0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0]],
  ['other', [0x1f, 0x9d]],
];

/** By the first bytes alone: names say little, and an archive in a document is one too. `null`: it is not packed, as far as can be told. */
export function packedKindOf(head: Uint8Array): PackedKind | null {
  const mark = Buffer.from(head.buffer, head.byteOffset, head.length).toString(
    'latin1',
    TAR_MARK.at,
    TAR_MARK.at + TAR_MARK.text.length,
  );
  if (mark === TAR_MARK.text || (head.length === KIND_BYTES && isTarHeader(head))) return 'tar';
  return STARTS.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0] ?? null;
}
