import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeBodyFiles } from '../../../electron/adapters/node-body-files.ts';
import { BodyFileError } from '../../../electron/ports/body-files.ts';
import { closeAll, open } from '../../support/closing.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

afterEach(closeAll);

async function arrange() {
  const { path } = open(await temporaryFolder());
  const folder = join(path, 'responses');
  return { path, folder };
}

describe('files for bodies', () => {
  it('are read where they were written, by their owner alone', async () => {
    const { folder } = await arrange();
    const file = await nodeBodyFiles(folder).create();
    await file.append(Buffer.from('hello '));
    await file.append(Buffer.from('world'));

    expect(Buffer.from(await file.read(3, 5)).toString()).toBe('lo wo');
    expect(Buffer.from(await file.read(9, 100)).toString()).toBe('ld');
    const [name = ''] = await readdir(folder);
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await file.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it('of a Keyfob that ended without quitting are removed at the start, and all of them at quitting', async () => {
    const { folder } = await arrange();
    await mkdir(folder);
    await writeFile(join(folder, 'left'), 'old');
    const files = nodeBodyFiles(folder);

    await files.create();

    expect(await readdir(folder)).toHaveLength(1);
    expect(await readdir(folder)).not.toContain('left');
    await files.removeAll();
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('are saved whole, or the old file stays', async () => {
    const { path, folder } = await arrange();
    const files = nodeBodyFiles(folder);
    const file = await files.create();
    const bytes = Buffer.alloc(3_000_000, 'abc');
    await file.append(bytes);

    await files.save(join(path, 'saved.bin'), file);
    await files.save(join(path, 'small.bin'), Buffer.from('small'));

    expect((await readFile(join(path, 'saved.bin'))).equals(bytes)).toBe(true);
    expect((await stat(join(path, 'saved.bin'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(path, 'small.bin'), 'utf8')).toBe('small');
    await file.remove();
    await expect(files.save(join(path, 'small.bin'), file)).rejects.toThrow(BodyFileError);
    expect(await readFile(join(path, 'small.bin'), 'utf8')).toBe('small');
    expect((await readdir(path)).sort()).toEqual(['responses', 'saved.bin', 'small.bin']);
  });
});
