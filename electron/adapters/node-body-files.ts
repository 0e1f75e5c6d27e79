import { randomUUID } from 'node:crypto';
import { open, rename, rm, mkdir, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BodyFileError, type BodyFile, type BodyFiles } from '../ports/body-files.ts';

const COPIED_AT_ONCE = 1024 * 1024;

/**
 * Files in a folder of their own, 0600 in 0700. What an earlier Keyfob left there (a crash, a cut of the power) is removed before the
 * first is made; `folder` holds nothing else.
 */
export function nodeBodyFiles(folder: string): BodyFiles {
  const removeAll = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const handles = new Set<FileHandle>();
  // What cannot be removed now (another user's file, a broken disk) must not keep anything from being sent.
  const cleaned = removeAll().catch(() => undefined);
  return {
    create: () =>
      refusedAs('The file could not be made', async () => {
        await cleaned;
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const path = join(folder, randomUUID());
        const handle = await open(path, 'wx+', 0o600);
        handles.add(handle);
        return bodyFile(path, handle, () => handles.delete(handle));
      }),
    save: (path, content) =>
      refusedAs('The file could not be written', () => writeBeside(path, (file) => copy(content, file))),
    async removeAll() {
      await Promise.allSettled([...handles].map((handle) => handle.close()));
      handles.clear();
      await removeAll().catch(() => undefined);
    },
  };
}

function bodyFile(path: string, handle: FileHandle, onClosed: () => void): BodyFile {
  let size = 0;
  return {
    append: (bytes) =>
      refusedAs('The file could not be written', async () => {
        const { bytesWritten } = await handle.write(bytes, 0, bytes.length, size);
        if (bytesWritten < bytes.length) throw new Error('A short write');
        size += bytesWritten;
      }),
    read: (offset, length) =>
      refusedAs('The file could not be read', async () => {
        const buffer = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
        return buffer.subarray(0, bytesRead);
      }),
    async remove() {
      await handle.close().catch(() => undefined);
      onClosed();
      await rm(path, { force: true }).catch(() => undefined);
    },
  };
}

/** Beside the file, brought to the disk, and renamed over the old one: a full disk or a crash leaves the old file whole. */
async function writeBeside(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const begun = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
  try {
    const file = await open(begun, 'wx', 0o600);
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(begun, path);
  } catch (error) {
    await rm(begun, { force: true });
    throw error;
  }
}

async function copy(content: Uint8Array | BodyFile, file: FileHandle): Promise<void> {
  if (content instanceof Uint8Array) {
    await file.writeFile(content);
    return;
  }
  for (let offset = 0; ;) {
    const part = await content.read(offset, COPIED_AT_ONCE);
    if (part.length === 0) return;
    await file.writeFile(part);
    offset += part.length;
  }
}

async function refusedAs<Value>(message: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw new BodyFileError(message, { cause });
  }
}
