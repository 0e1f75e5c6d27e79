import { DatabaseSync } from 'node:sqlite';
import { inspect } from '../keys/ledger/inspection.ts';
import { sqliteFailureOf } from '../keys/ledger/sqlite-failure.ts';
import type { LedgerCheckJob, LedgerCheckReport } from './ledger-check.ts';

/** Looks at each file without changing a byte of it: the ledger over a connection of its own that may only read. */
export function checkFiles(
  { ledger, backups, newestVersion }: LedgerCheckJob,
  onReport: (report: LedgerCheckReport) => void,
): void {
  if (ledger !== null) onReport({ kind: 'ledger', isWhole: isWhole(ledger) });
  for (const path of backups) onReport({ kind: 'backup', isGood: isGood(path, newestVersion) });
}

function isWhole(path: string): boolean {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000, allowExtension: false });
  try {
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    const found = database.prepare('PRAGMA integrity_check(1)').get();
    return (
      found?.['integrity_check'] === 'ok' && database.prepare('PRAGMA foreign_key_check').get() === undefined
    );
  } catch (error) {
    if (sqliteFailureOf(error) === 'damaged') return false;
    throw error;
  } finally {
    database.close();
  }
}

function isGood(path: string, newestVersion: number): boolean {
  try {
    return inspect(path, newestVersion).kind === 'good';
  } catch {
    // What cannot even be opened cannot be restored.
    return false;
  }
}
