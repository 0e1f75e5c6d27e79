import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { holds } from '../support/holds.ts';

const child = fileURLToPath(new URL('../support/full-disk-child.ts', import.meta.url));
const mount = mkdtempSync(join(tmpdir(), 'keyfob-tmpfs-'));
afterAll(() => {
  rmSync(mount, { recursive: true, force: true });
});

/** A file system of its own, of 3 MB, which only this process and its children see. */
const inTmpfs = [
  '-Urm',
  'sh',
  '-c',
  'mount -t tmpfs -o size=3m,mode=700 tmpfs "$1" && shift && exec "$@"',
  'sh',
  mount,
];
const canMount = spawnSync('unshare', [...inTmpfs, 'true']).status === 0;
if (!canMount) console.log('Skipped: this computer lets no test mount a tmpfs of its own (unshare -Urm)');

describe.skipIf(!canMount)('a file system without a byte left', () => {
  it(
    'changes no file, says so of every kind of write, and is usable once there is room',
    holds('storage.tmpfs', 'storage.full-disk'),
    async () => {
      const { stdout } = await promisify(execFile)('unshare', [...inTmpfs, process.execPath, child, mount], {
        timeout: 100_000,
      });
      expect(JSON.parse(stdout)).toEqual({
        refused: {
          generate: 'ledger-write-failed',
          rename: 'ledger-write-failed',
          regenerate: 'ledger-write-failed',
          delete: 'ledger-write-failed',
          'a new collection': 'file-write-failed',
          'a collection': 'file-write-failed',
          'a preference': 'ledger-write-failed',
          'an export': 'export-failed',
        },
        isSame: true,
        usableAgain: 'ok',
        afterRestart: ['After', 'Kept'],
        copied: 'ok',
      });
    },
  );
});
