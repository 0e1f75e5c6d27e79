import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FileWriteError, type FileWriter } from '../ports/file-writer.ts';

/**
 * Writes beside the file, brings it to the disk, and renames it over the old one: a full disk or a crash leaves the old file
 * whole. What was begun is removed again.
 */
export function atomicFileWriter(): FileWriter {
  return {
    async write(path, content) {
      const begun = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
      try {
        const file = await open(begun, 'wx', 0o600);
        try {
          await file.writeFile(content, 'utf8');
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(begun, path);
      } catch (cause) {
        await rm(begun, { force: true });
        throw new FileWriteError('The file could not be written', { cause });
      }
    },
  };
}
