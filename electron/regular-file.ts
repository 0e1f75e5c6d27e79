import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** Windows has no such flag, and no pipes among its files. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

export type RegularFile =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  /** A pipe, a device, a folder: what another program may put in a file's place at any time. */
  | { readonly kind: 'no-file' }
  | { readonly kind: 'too-large' };

/**
 * Reads a regular file whole, and nothing else: a pipe would be waited for without end, and with it each of the few threads that read
 * files. What grows while it is read is cut off at `maxBytes` and is too large. Throws the system's error.
 */
export async function readRegularFile(path: string, maxBytes: number): Promise<RegularFile> {
  const handle = await open(path, (O_RDONLY ?? 0) | O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { kind: 'no-file' };
    if (stats.size > maxBytes) return { kind: 'too-large' };
    const bytes = await readAtMost(handle, { size: stats.size, maxBytes });
    return bytes.length > maxBytes ? { kind: 'too-large' } : { kind: 'read', bytes };
  } finally {
    await handle.close();
  }
}

/** One byte more than `maxBytes` at most. */
async function readAtMost(
  handle: FileHandle,
  { size, maxBytes }: { readonly size: number; readonly maxBytes: number },
): Promise<Buffer> {
  // One byte more than there should be, so that the end is seen at once.
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length > maxBytes) return buffer.subarray(0, length);
    if (length === buffer.length) {
      const room = Buffer.allocUnsafe(Math.min(length * 2, maxBytes + 1));
      buffer.copy(room);
      buffer = room;
    }
  }
}
