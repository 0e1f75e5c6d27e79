import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import { inspect } from './inspection.ts';
import { numberOf } from './migrations.ts';
import {
  changedAt,
  createPrivateFile,
  fileTime,
  flush,
  flushFolder,
  instantOf,
  makeFolder,
  type LedgerPaths,
} from './ledger-files.ts';

const KEPT = 5;
const PARTIAL = 'partial-';
const NAME = /^keyfob-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)-v(\d+)\.db$/;

export interface Backup {
  readonly path: string;
  /** Epoch milliseconds. */
  readonly takenAt: number;
}

/** The finished backups, newest first. */
export function listBackups(paths: LedgerPaths): readonly Backup[] {
  if (!existsSync(paths.backups)) return [];
  return readdirSync(paths.backups)
    .flatMap((name) => {
      const time = NAME.exec(name)?.[1];
      return time === undefined ? [] : [{ path: join(paths.backups, name), takenAt: instantOf(time) }];
    })
    .sort((a, b) => b.takenAt - a.takenAt);
}

/** The newest backup that passes its check, with what it holds; null when there is none. */
export function newestGoodBackup(
  paths: LedgerPaths,
  newestVersion: number,
): (Backup & { readonly keyCount: number }) | null {
  for (const backup of listBackups(paths)) {
    const inspection = inspectOrNull(backup.path, newestVersion);
    if (inspection?.kind === 'good' && inspection.version > 0) {
      return { ...backup, keyCount: inspection.keyCount };
    }
  }
  return null;
}

/** A backup that cannot even be opened is no good one; the next older may be. */
function inspectOrNull(path: string, newestVersion: number): ReturnType<typeof inspect> | null {
  try {
    return inspect(path, newestVersion);
  } catch {
    return null;
  }
}

/**
 * Writes the ledger as it is now into `backups/`. A half-written one never bears a backup's name; older ones go only after
 * the new one passed its check. `VACUUM INTO` leaves out what was deleted. Throws when the disk refuses, and cleans up.
 */
export function takeBackup(
  database: DatabaseSync,
  paths: LedgerPaths,
  { now, version }: { readonly now: number; readonly version: number },
): void {
  makeFolder(paths.backups);
  const path = freePath(paths, { now, version });
  const partial = join(paths.backups, `${PARTIAL}${fileTime(now)}.db`);
  try {
    rmSync(partial, { force: true });
    createPrivateFile(partial);
    database.prepare('VACUUM INTO ?').run(partial);
    if (inspect(partial, version).kind !== 'good') throw new Error('The new backup did not pass its check');
    flush(partial);
    renameSync(partial, path);
    flushFolder(paths.backups);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  const others = listBackups(paths).filter((backup) => backup.path !== path);
  for (const backup of others.slice(KEPT - 1)) rmSync(backup.path, { force: true });
}

/** Two backups within a millisecond (two migrations) must not take one name. */
function freePath(paths: LedgerPaths, { now, version }: { now: number; version: number }): string {
  let at = now;
  const pathAt = (): string => join(paths.backups, `keyfob-${fileTime(at)}-v${String(version)}.db`);
  while (existsSync(pathAt())) at += 1;
  return pathAt();
}

/**
 * Whether there is a key and no backup yet, or the newest backup is older than a day and the ledger was written since.
 * The times of the two files are compared with each other: both are the file system's.
 */
export function isBackupDue(database: DatabaseSync, paths: LedgerPaths, now: number): boolean {
  const newest = listBackups(paths)[0];
  if (!newest) return numberOf(database, 'SELECT count(*) FROM api_keys') > 0;
  // A backup from the future (the clock was set back) must not stop backups for years.
  const isOld = Math.abs(now - newest.takenAt) > DAY_MS;
  // A tick of the file system is milliseconds long: in doubt one backup more.
  return isOld && changedAt(paths.ledger) >= statSync(newest.path).mtimeMs;
}

/** Removes what a crash left of an unfinished backup. */
export function removePartialBackups(paths: LedgerPaths): void {
  if (!existsSync(paths.backups)) return;
  for (const name of readdirSync(paths.backups)) {
    if (name.startsWith(PARTIAL)) rmSync(join(paths.backups, name), { force: true });
  }
}
