import { copyFileSync, constants, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { listBackups } from './backups.ts';
import { inspect } from './inspection.ts';
import { flush, flushFolder, type LedgerPaths } from './ledger-files.ts';
import type { Ledger } from './ledger.ts';
import { createSqliteLedger } from './sqlite-ledger.ts';

export interface BackupChange {
  readonly isNeeded: (ledger: Ledger) => boolean;
  readonly work: (ledger: Ledger) => void;
}

/**
 * Changes what lies in the backups, each in a copy that takes its place when it is complete and checked: killed at any moment, there is
 * the old one or the new one. `isNeeded` looks first, at the backup itself. One that cannot be changed stays.
 * Returns how many were changed and how many could not be.
 */
export function rewriteBackups(
  paths: LedgerPaths,
  newestVersion: number,
  change: BackupChange,
): { readonly changed: number; readonly failed: number } {
  let changed = 0;
  let failed = 0;
  for (const { path } of listBackups(paths)) {
    try {
      if (!isNeededIn(path, change)) continue;
      rewrite(path, newestVersion, change);
      changed += 1;
    } catch {
      // A damaged one, a full disk: the next start tries again.
      failed += 1;
    }
  }
  if (changed > 0) flushFolder(paths.backups);
  return { changed, failed };
}

function isNeededIn(path: string, { isNeeded }: BackupChange): boolean {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000, allowExtension: false });
  try {
    database.exec('PRAGMA trusted_schema = OFF');
    return isNeeded(createSqliteLedger(database));
  } finally {
    database.close();
  }
}

function rewrite(path: string, newestVersion: number, { work }: BackupChange): void {
  const partial = `${path}.rewriting`;
  const clean = (): void => {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(partial + suffix, { force: true });
  };
  clean();
  try {
    copyFileSync(path, partial, constants.COPYFILE_EXCL);
    const database = new DatabaseSync(partial, { timeout: 5_000, allowExtension: false });
    try {
      database.exec('PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA journal_mode = DELETE');
      work(createSqliteLedger(database));
      database.exec('VACUUM');
    } finally {
      database.close();
    }
    if (inspect(partial, newestVersion).kind !== 'good') throw new Error('The copy is damaged');
    // Its time tells when it was taken.
    const { atime, mtime } = statSync(path);
    utimesSync(partial, atime, mtime);
    flush(partial);
    renameSync(partial, path);
  } finally {
    clean();
  }
}
