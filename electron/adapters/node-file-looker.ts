import { constants } from 'node:fs';
import { access, lstat, realpath } from 'node:fs/promises';
import type { FileLooker } from '../ports/file-looker.ts';

/** What a path leads to elsewhere by a link was not chosen; a pipe or a device would be read for ever. */
export function nodeFileLooker(): FileLooker {
  return {
    async look(path) {
      try {
        const stats = await lstat(path);
        if (!stats.isFile() || (await realpath(path)) !== path) return { kind: 'unreadable' };
        await access(path, constants.R_OK);
        return { kind: 'file', size: stats.size };
      } catch (error) {
        if (error instanceof Error && 'code' in error) return { kind: 'unreadable' };
        throw error;
      }
    },
  };
}
