import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import { isBackupDue, listBackups, removePartialBackups, takeBackup } from './backups.ts';
import { closedState, obstacleOf, type ClosedLedger, type Obstacle } from './closed-state.ts';
import { inspect } from './inspection.ts';
import { createPrivateFile, ledgerPaths, makePrivate, sizeOf, type LedgerPaths } from './ledger-files.ts';
import type { Ledger } from './ledger.ts';
import { migrate, MIGRATIONS, versionOf } from './migrations.ts';
import { finishRestore } from './restore.ts';
import { ledgerCodeOf } from './sqlite-failure.ts';
import { createSqliteLedger } from './sqlite-ledger.ts';

export interface OpenLedgerOptions {
  /** The ledger's file; its folder is made when it is missing. */
  readonly path: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly migrations?: readonly string[];
}

export type OpenedLedger =
  | {
      readonly kind: 'open';
      readonly ledger: Ledger;
      /**
       * Takes the daily backup when it is due. A failure is logged: the ledger itself is well.
       * `empty`: there is neither a backup nor a key that would need one.
       */
      backUpIfDue(): 'empty' | 'looked';
    }
  | { readonly kind: 'closed'; readonly state: ClosedLedger };

/**
 * Opens the ledger, making or migrating it. A file that is damaged, newer, missing beside its backups or not writable is left
 * exactly as it is, and the answer says so. Never rejects for what is on the disk.
 */
export function openLedger(options: OpenLedgerOptions): OpenedLedger {
  const { clock, logger, migrations = MIGRATIONS } = options;
  const paths = ledgerPaths(options.path);
  const closed = (obstacle: Obstacle, code: string): OpenedLedger => {
    logger.error('The ledger was not opened', { obstacle: obstacle.kind, code });
    return { kind: 'closed', state: closedState(obstacle, paths, migrations.length) };
  };
  try {
    makePrivate(paths);
    finishRestore(paths, clock.now());
    removePartialBackups(paths);
    const obstacle = examine(paths, migrations.length);
    if (obstacle) return closed(obstacle, 'examined');
    const database = connect(paths, { clock, migrations });
    return {
      kind: 'open',
      ledger: createSqliteLedger(database),
      backUpIfDue: () => backUpIfDue(database, paths, { clock, logger }),
    };
  } catch (error) {
    return closed(obstacleOf(error), ledgerCodeOf(error));
  }
}

/** Looks before SQLite may write: opening for writing alone would already delete the log of an emptied file. */
function examine(paths: LedgerPaths, newestVersion: number): Obstacle | null {
  if (sizeOf(paths.ledger) === 0) {
    if (sizeOf(`${paths.ledger}-wal`) > 0) return { kind: 'damaged' };
    return listBackups(paths).length > 0 ? { kind: 'missing' } : null;
  }
  const inspection = inspect(paths.ledger, newestVersion);
  return inspection.kind === 'good' ? null : inspection;
}

function connect(
  paths: LedgerPaths,
  { clock, migrations }: { readonly clock: Clock; readonly migrations: readonly string[] },
): DatabaseSync {
  if (!existsSync(paths.ledger)) createPrivateFile(paths.ledger);
  const database = new DatabaseSync(paths.ledger, {
    timeout: 5_000,
    enableForeignKeyConstraints: true,
    allowExtension: false,
  });
  try {
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON');
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON');
    // What a nested transaction may have to undo: in a file of its own it is written beside each page, for nothing.
    database.exec('PRAGMA temp_store = MEMORY');
    // What a change of ten thousand keys touches stays in memory until it is committed: 16 MiB at most, and only then; so does its log.
    database.exec('PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000');
    // Finds out now, and not at the first change, that the file cannot be written.
    database.exec('BEGIN IMMEDIATE; ROLLBACK');
    migrate(database, migrations, (version) => takeBackup(database, paths, { now: clock.now(), version }));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function backUpIfDue(
  database: DatabaseSync,
  paths: LedgerPaths,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): 'empty' | 'looked' {
  try {
    if (!database.isOpen || database.isTransaction) return 'looked';
    if (isBackupDue(database, paths, clock.now())) {
      takeBackup(database, paths, { now: clock.now(), version: versionOf(database) });
    } else if (listBackups(paths).length === 0) return 'empty';
  } catch (error) {
    logger.warn('The daily backup of the ledger failed', { code: ledgerCodeOf(error) });
  }
  return 'looked';
}
