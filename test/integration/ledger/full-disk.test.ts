import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { manualClock, recordingLogger } from '../../support/in-memory-ports.ts';
import { openLedger } from '../../../electron/keys/ledger/open-ledger.ts';

const child = fileURLToPath(new URL('ledger-child.ts', import.meta.url));

describe.skipIf(process.platform === 'win32')('a disk that takes no more', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  // The schema alone fills 512 blocks.
  it.each([
    [512, 0],
    [1_000, 1],
    [1_500, 1],
    [3_000, 1],
  ])(
    'refuses a key by name, and every key before it is kept (limit: %i blocks, at least %i keys)',
    (limit, leastKept) => {
      const folder = mkdtempSync(join(tmpdir(), 'kf-full-'));
      folders.push(folder);
      const path = join(folder, 'profile', 'keyfob.db');
      // A limit on the size of a file cuts a write short, as a full disk does.
      const script = 'trap "" XFSZ; ulimit -f "$1"; exec "$2" "$3" "$4"';
      const printed = execFileSync('sh', ['-c', script, 'sh', String(limit), process.execPath, child, path], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const { kept, refusal, seen, sealed } = JSON.parse(printed) as Record<string, unknown>; // what ledger-child.ts prints
      expect(refusal).toBe('LedgerWriteError');
      expect(kept).toBeGreaterThanOrEqual(leastKept);
      expect([seen, sealed]).toEqual([kept, kept]);

      const opened = openLedger({ path, clock: manualClock(), logger: recordingLogger() });
      if (opened.kind === 'closed') throw new Error(opened.state.message);
      expect(opened.ledger.get('SELECT count(*) AS keys FROM api_keys')).toEqual({ keys: kept });
      opened.ledger.close();
    },
  );
});
