import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { manualClock, recordingLogger } from '../../support/in-memory-ports.ts';
import { openLedger } from '../../../electron/keys/ledger/open-ledger.ts';
import type { Ledger } from '../../../electron/keys/ledger/ledger.ts';
import { holds } from '../../support/holds.ts';

const child = fileURLToPath(new URL('ledger-child.ts', import.meta.url));
/** What `ulimit -f` counts in. */
const BLOCK_BYTES = 512;

describe.skipIf(process.platform === 'win32')('a disk that takes no more', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function ledgerPath(): string {
    const folder = mkdtempSync(join(tmpdir(), 'kf-full-'));
    folders.push(folder);
    return join(folder, 'profile', 'keyfob.db');
  }

  function openAt(path: string): Ledger {
    const opened = openLedger({ path, clock: manualClock(), logger: recordingLogger() });
    if (opened.kind === 'closed') throw new Error(opened.state.message);
    return opened.ledger;
  }

  /** The blocks that the larger of the ledger's files takes before the first key, which depends on the schema. */
  function blocksOfSchema(): number {
    const path = ledgerPath();
    const ledger = openAt(path);
    const largest = Math.max(statSync(path).size, statSync(`${path}-wal`).size);
    ledger.close();
    return Math.ceil(largest / BLOCK_BYTES);
  }

  /** Runs ledger-child.ts with no file larger than `blocks`: that cuts a write short, as a full disk does. */
  function addKeysUntilRefused(path: string, blocks: number): Record<string, unknown> {
    const script = 'trap "" XFSZ; ulimit -f "$1"; exec "$2" "$3" "$4"';
    const printed = execFileSync('sh', ['-c', script, 'sh', String(blocks), process.execPath, child, path], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(printed) as Record<string, unknown>; // what ledger-child.ts prints
  }

  it.each([
    [32, 0],
    [500, 1],
    [1_000, 1],
    [2_500, 1],
  ])(
    'refuses a key by name, and every key before it is kept (%i blocks beside the schema, at least %i keys)',
    holds('storage.full-disk'),
    (room, leastKept) => {
      const path = ledgerPath();
      const { kept, refusal, seen, sealed } = addKeysUntilRefused(path, blocksOfSchema() + room);
      expect(refusal).toBe('LedgerWriteError');
      expect(kept).toBeGreaterThanOrEqual(leastKept);
      expect([seen, sealed]).toEqual([kept, kept]);

      const ledger = openAt(path);
      expect(ledger.get('SELECT count(*) AS keys FROM api_keys')).toEqual({ keys: kept });
      ledger.close();
    },
  );

  it(
    'says that it could not write when not even the schema fits, and opens once there is room',
    holds('storage.full-disk'),
    () => {
      const path = ledgerPath();
      expect(addKeysUntilRefused(path, Math.floor(blocksOfSchema() / 2))).toEqual({ closed: 'unwritable' });

      const ledger = openAt(path);
      expect(ledger.get('SELECT count(*) AS keys FROM api_keys')).toEqual({ keys: 0 });
      ledger.close();
    },
  );
});
