import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Ledger } from '../../../../electron/keys/ledger/ledger.ts';
import { openLedger, type OpenLedgerOptions } from '../../../../electron/keys/ledger/open-ledger.ts';
import { manualClock, recordingLogger } from '../../../support/in-memory-ports.ts';

/** A folder of its own for each test, with the ledgers opened in it closed and the folder removed afterwards. */
export function useLedgerFolder() {
  const closings: (() => void)[] = [];
  afterEach(() => {
    for (const close of closings.splice(0).reverse()) close();
  });
  return {
    /** Runs at the end of the test. */
    atEnd: (close: () => void): void => void closings.push(close),
    make() {
      const folder = mkdtempSync(join(tmpdir(), 'kf-ledger-'));
      closings.push(() => rmSync(folder, { recursive: true, force: true }));
      const clock = manualClock(Date.now());
      const logger = recordingLogger();
      const options: OpenLedgerOptions = { path: join(folder, 'profile', 'keyfob.db'), clock, logger };
      return { folder: join(folder, 'profile'), path: options.path, clock, logger, options };
    },
    /** Opens a ledger that has to open. */
    open(options: OpenLedgerOptions): Ledger {
      const opened = openLedger(options);
      if (opened.kind === 'closed') throw new Error(`The ledger is closed: ${opened.state.reason}`);
      closings.push(() => opened.ledger.close());
      return opened.ledger;
    },
  };
}

const SERVICE = `INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at)
  VALUES (?, 'custom', 'A service', 'https://a.example', 'X-API-Key', '[]', 0)`;
const KEY = `INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at)
  VALUES (?, 'service', 'me', ?, ?, '••••', 0)`;

export function addService(ledger: Ledger, id = 'service'): void {
  ledger.run(SERVICE, [id]);
}

export function addKey(ledger: Ledger, id: string, sealed: Uint8Array = new Uint8Array([1])): void {
  ledger.run(KEY, [id, id, id]);
  ledger.run('INSERT INTO sealed_secrets (api_key_id, version, sealed) VALUES (?, 1, ?)', [id, sealed]);
}

export function keyIds(ledger: Ledger): readonly unknown[] {
  return ledger.all('SELECT id FROM api_keys ORDER BY id').map((row) => row['id']);
}

export function hashOf(bytes: Uint8Array): string {
  return `${String(bytes.length)} bytes, ${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Every file of a folder with a hash of its bytes, to see that not one of them changed. */
export function bytesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names
      // The index of the write-ahead log is rebuilt by every reader and holds nothing of its own.
      .filter((entry) => !entry.name.endsWith('-shm'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !(path.endsWith('-wal') && statSync(path).size === 0))
      .map((path) => [path, hashOf(readFileSync(path))]),
  );
}
