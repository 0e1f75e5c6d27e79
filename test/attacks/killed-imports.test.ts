import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holds } from '../support/holds.ts';
import { wholeApp } from '../support/whole-app.ts';

const child = fileURLToPath(new URL('../support/killed-import-child.ts', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyfob-killed-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The files of the collections, but those of a name of their own in `.trash`. */
function files(): readonly string[] {
  return readdirSync(join(folder, 'Collections'), { recursive: true })
    .map((name) => String(name).replace(/[\w-]{8} /, ''))
    .filter((name) => name !== '.trash')
    .toSorted();
}

describe('Keyfob that was killed while an import was kept or taken back', () => {
  it.each([
    ['while it was kept', ['.trash/cURL.json'], 0],
    ['before the commit', ['cURL.json'], 1],
    ['after the commit', ['.trash/cURL.json'], 0],
  ])(
    'has all of the import or nothing of it, once it has started again: %s',
    holds('import.whole', 'import.undo'),
    async (moment, expected, keys) => {
      const { signal, stderr } = spawnSync(process.execPath, [child, folder, moment]);
      expect([signal, stderr.toString()]).toEqual(['SIGKILL', '']);
      expect(files().some((name) => name.startsWith('.keyfob-'))).toBe(true);

      const app = wholeApp({ folder });
      try {
        await expect.poll(files).toEqual(expected);
        const rows = app.ledger.all('SELECT id FROM api_keys WHERE revoked_at IS NULL');
        expect(rows).toHaveLength(keys);
      } finally {
        await app.close();
      }
    },
  );
});
