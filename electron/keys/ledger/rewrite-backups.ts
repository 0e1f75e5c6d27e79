import { copyFileSync, constants, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { listBackups } from './backups.ts';
import { inspect } from './inspection.ts';
import { flush, flushFolder, type LedgerPaths } from './ledger-files.ts';
import type { Ledger } from './ledger.ts';
import { migrate } from './migrations.ts';
import { createSqliteLedger } from './sqlite-ledger.ts';

export interface BackupChange {
  /** Of any version. */
  readonly isNeeded: (ledger: Ledger) => boolean;
  /** Of the newest version. */
  readonly work: (ledger: Ledger) => void;
}

/**
 * Changes what lies in the backups, each in a copy that takes its place when it is complete and checked: killed at any moment, there is
 * the old one or the new one. `isNeeded` looks first, at the backup itself. An old one is brought to the newest version first, so that
 * there are the tables to change it in; restored, it would be as well. One that cannot be changed stays.
 * Returns how many were changed and how many could not be.
 */
export function rewriteBackups(
  paths: LedgerPaths,
  migrations: readonly string[],
  change: BackupChange,
): { readonly changed: number; readonly failed: number } {
  let changed = 0;
  let failed = 0;
  for (const { path } of listBackups(paths)) {
    try {
      if (!isNeededIn(path, change)) continue;
      rewrite(path, migrations, change);
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

function rewrite(path: string, migrations: readonly string[], { work }: BackupChange): void {
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
      migrate(database, migrations, () => undefined);
      work(createSqliteLedger(database));
      database.exec('VACUUM');
    } finally {
      database.close();
    }
    if (inspect(partial, migrations.length).kind !== 'good') throw new Error('The copy is damaged');
    // Its time tells when it was taken.
    const { atime, mtime } = statSync(path);
    utimesSync(partial, atime, mtime);
    flush(partial);
    renameSync(partial, path);
  } finally {
    clean();
  }
}
