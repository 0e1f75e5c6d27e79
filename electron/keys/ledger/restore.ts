import { copyFileSync, constants, existsSync, renameSync, rmSync, chmodSync } from 'node:fs';
import { inspect } from './inspection.ts';
import { flush, flushFolder, setAside, type LedgerPaths } from './ledger-files.ts';

/**
 * Puts a copy of the backup in the ledger's place; the ledger that was there is set aside, the backup stays.
 * The copy bears its name only when it is complete and checked, so that a crash at any moment leaves either the old
 * ledger or a restore that `finishRestore` completes at the next start. Throws when the disk refuses.
 */
export function restoreBackup(paths: LedgerPaths, backup: string, now: number): void {
  const partial = `${paths.restoring}.partial`;
  rmSync(partial, { force: true });
  try {
    copyFileSync(backup, partial, constants.COPYFILE_EXCL);
    chmodSync(partial, 0o600);
    if (inspect(partial, Number.MAX_SAFE_INTEGER).kind !== 'good') throw new Error('The copy is damaged');
    flush(partial);
    renameSync(partial, paths.restoring);
    flushFolder(paths.folder);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  finishRestore(paths, now);
}

/**
 * Completes a restore. The old write-ahead log has to be gone before the copy arrives: SQLite would play it into the
 * wrong file.
 */
export function finishRestore(paths: LedgerPaths, now: number): void {
  if (!existsSync(paths.restoring)) return;
  setAside(paths.ledger, now);
  renameSync(paths.restoring, paths.ledger);
  flushFolder(paths.folder);
}
