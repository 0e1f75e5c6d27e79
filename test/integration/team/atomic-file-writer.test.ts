import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atomicFileWriter } from '../../../electron/adapters/atomic-file-writer.ts';
import { FileWriteError } from '../../../electron/ports/file-writer.ts';
import { holds } from '../../support/holds.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kf-writer-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a file that the person asked for', () => {
  it(
    'is written whole, in place of an old one, readable by its owner alone',
    holds('confinement.permissions'),
    async () => {
      const path = join(folder, 'keys.csv');
      await writeFile(path, 'the old one, which is longer');
      await atomicFileWriter().write(path, 'Name\r\nä\r\n');
      expect(await readFile(path, 'utf8')).toBe('Name\r\nä\r\n');
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect(await readdir(folder)).toEqual(['keys.csv']);
    },
  );

  it('leaves the old one, and nothing else, when the disk refuses', holds('storage.full-disk'), async () => {
    // A folder of this name cannot be replaced by a file: the last step fails.
    const path = join(folder, 'taken');
    await mkdir(join(path, 'inside'), { recursive: true });
    await expect(atomicFileWriter().write(path, 'x')).rejects.toThrow(FileWriteError);
    expect(await readdir(folder)).toEqual(['taken']);
    await expect(atomicFileWriter().write(join(folder, 'no', 'folder.csv'), 'x')).rejects.toThrow(
      FileWriteError,
    );
  });
});
