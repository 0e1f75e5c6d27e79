import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeBytesReader } from '../../electron/adapters/node-bytes-reader.ts';
import { nodeFileReader } from '../../electron/adapters/node-file-reader.ts';
import { MAX_BYTES } from '../../electron/collections/collection-folder.ts';
import { readRegularFile } from '../../electron/regular-file.ts';
import { holds } from '../support/holds.ts';
import { valueOf } from '../support/results.ts';
import { wholeApp } from '../support/whole-app.ts';

let app: ReturnType<typeof wholeApp>;
let pipes: string[] = [];

beforeEach(() => {
  app = wholeApp();
});
afterEach(async () => {
  // Whoever waits for a pipe's other end has it now: a test that failed must end too.
  for (const pipe of pipes) {
    try {
      closeSync(openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK));
    } catch {
      // Nobody waited.
    }
  }
  pipes = [];
  await app.close();
});

function pipeAt(path: string): string {
  rmSync(path, { force: true });
  execFileSync('mkfifo', [path]);
  pipes.push(path);
  return path;
}

async function aCollection(): Promise<{ readonly id: string; readonly path: string }> {
  const made = valueOf(await app.invoke('collections.create', { name: 'Mine' }));
  const { id } = made as { readonly id: string }; // what the command answers
  return { id, path: join(app.folder, 'Collections', 'Mine.json') };
}

describe.skipIf(process.platform === 'win32')('a pipe that another program puts in the place of', () => {
  it('a collection is no collection, and nothing waits for it', holds('storage.odd-files'), async () => {
    const { id, path } = await aCollection();
    pipeAt(path);
    // More than there are threads that read files.
    const renamed = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => app.invoke('collections.rename', { id, name })),
    );
    for (const result of renamed) expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } });
    writeFileSync(join(app.folder, 'other'), 'files are read still');
    expect(await readRegularFile(join(app.folder, 'other'), 99)).toMatchObject({ kind: 'read' });
  });

  it(
    'a file of authorities, a certificate, a kit or an export is none',
    holds('storage.odd-files'),
    async () => {
      const pipe = pipeAt(join(app.folder, 'chosen.pem'));
      expect(await nodeBytesReader().readBytes(pipe, 99)).toBeNull();
      expect(await nodeFileReader().readText(pipe, 99)).toBeNull();
    },
  );
});

describe('a file that is larger than', () => {
  it(
    'a collection may be is not read into memory, also not to change it',
    holds('storage.odd-files'),
    async () => {
      const { id, path } = await aCollection();
      truncateSync(path, MAX_BYTES * 30);
      const before = process.memoryUsage().arrayBuffers;
      const renamed = await app.invoke('collections.rename', { id, name: 'Other' });
      expect(renamed).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(MAX_BYTES);
    },
  );

  it.each([
    [0, 'read'],
    [10, 'read'],
    [11, 'too-large'],
  ])('its limit of 10 bytes is told: %i', holds('storage.odd-files'), async (size, kind) => {
    const path = join(app.folder, 'file');
    writeFileSync(path, 'x'.repeat(size));
    expect((await readRegularFile(path, 10)).kind).toBe(kind);
  });
});

it.skipIf(process.platform !== 'linux')(
  'what the system shows as a file of no size is read to its end, or to the limit',
  holds('storage.odd-files'),
  async () => {
    const read = await readRegularFile('/proc/self/status', 1_000_000);
    expect(read.kind === 'read' && read.bytes.toString()).toContain('Name:');
    expect((await readRegularFile('/proc/self/status', 100)).kind).toBe('too-large');
    expect((await readRegularFile('/dev/zero', 100)).kind).toBe('no-file');
  },
);
