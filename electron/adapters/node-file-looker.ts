import { constants } from 'node:fs';
import { access, lstat, open, realpath, type FileHandle } from 'node:fs/promises';
import type { FileLooker, OpenedFile } from '../ports/file-looker.ts';

/** Windows has neither flag: there the look before and the comparison after the opening stand alone. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/** What a path leads to elsewhere by a link was not chosen; a pipe or a device would be read for ever. */
export function nodeFileLooker(): FileLooker {
  return {
    look: (path) =>
      orElse({ kind: 'unreadable' }, async () => {
        const stats = await lstat(path);
        if (!stats.isFile() || (await realpath(path)) !== path) return { kind: 'unreadable' };
        await access(path, constants.R_OK);
        return { kind: 'file', size: stats.size };
      }),
    open: (path) =>
      orElse(null, async () => {
        if (!(await lstat(path)).isFile()) return null;
        // A pipe that took its place since would be waited for without `O_NONBLOCK`.
        const handle = await open(path, (O_RDONLY ?? 0) | O_NOFOLLOW | O_NONBLOCK);
        const size = await sizeOf(handle, path).catch(() => null);
        if (size !== null) return openedFile(handle, size);
        await handle.close();
        return null;
      }),
  };
}

/** Of what was opened, if it is the regular file that stands at this very path; `O_NOFOLLOW` sees to the path's last name alone. */
async function sizeOf(handle: FileHandle, path: string): Promise<number | null> {
  const [opened, standing] = await Promise.all([handle.stat(), lstat(path)]);
  const isThere = opened.ino === standing.ino && opened.dev === standing.dev;
  return opened.isFile() && isThere && (await realpath(path)) === path ? opened.size : null;
}

function openedFile(handle: FileHandle, size: number): OpenedFile {
  return {
    size,
    async *read() {
      if (size > 0) yield* handle.createReadStream({ start: 0, end: size - 1, autoClose: false });
    },
    close: () => handle.close().catch(() => undefined),
  };
}

async function orElse<Value>(otherwise: Value, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return otherwise;
    throw error;
  }
}
