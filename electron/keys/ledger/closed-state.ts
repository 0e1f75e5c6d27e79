import type { LedgerState } from '../../../shared/domain/ledger-state.ts';
import { newestGoodBackup } from './backups.ts';
import { worded, type Worded } from '../../told.ts';
import type { LedgerPaths } from './ledger-files.ts';
import { ledgerCodeOf, sqliteFailureOf } from './sqlite-failure.ts';

export type ClosedLedger = Extract<LedgerState, { kind: 'closed' }>;

/** Why a ledger was not opened. */
export type Obstacle =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'not-migrated' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'unwritable' };

/** Sorts what was thrown while the ledger was opened; rethrows what is a bug. */
export function obstacleOf(error: unknown): Obstacle {
  if (!(error instanceof Error)) throw error;
  const code = ledgerCodeOf(error);
  if (code === 'sqlite-13' || code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'disk-full' };
  if ('errcode' in error) {
    const failure = sqliteFailureOf(error);
    if (failure === 'damaged' || failure === 'busy') return { kind: failure };
    return { kind: failure === 'other' ? 'not-migrated' : 'unwritable' };
  }
  if ('syscall' in error) return { kind: 'unwritable' };
  throw error;
}

/** What the person reads, and which backup could be restored. */
export function closedState(obstacle: Obstacle, paths: LedgerPaths, newestVersion: number): ClosedLedger {
  const found = isAboutTheDisk(obstacle) ? null : newestGoodBackup(paths, newestVersion);
  const backup = found === null ? null : { takenAt: found.takenAt, keyCount: found.keyCount };
  const hasBackup = backup === null ? 'no' : 'yes';
  const words = wordsFor(obstacle, { hasBackup, folder: paths.folder, newestVersion });
  return { kind: 'closed', reason: reasonOf(obstacle), ...words, backup };
}

function reasonOf(obstacle: Obstacle): ClosedLedger['reason'] {
  if (isAboutTheDisk(obstacle)) return 'unwritable';
  return obstacle.kind === 'newer' ? 'newer-version' : 'damaged';
}

function isAboutTheDisk(obstacle: Obstacle): boolean {
  return obstacle.kind === 'busy' || obstacle.kind === 'disk-full' || obstacle.kind === 'unwritable';
}

interface Around {
  readonly hasBackup: 'yes' | 'no';
  readonly folder: string;
  readonly newestVersion: number;
}

function wordsFor(obstacle: Obstacle, { hasBackup, folder, newestVersion }: Around): Worded {
  switch (obstacle.kind) {
    case 'damaged':
      return worded('ledgerDamaged', { hasBackup });
    case 'missing':
      return worded('ledgerMissing', { hasBackup });
    case 'newer':
      return worded('ledgerNewer', { version: obstacle.version, limit: newestVersion, hasBackup });
    case 'not-migrated':
      return worded('ledgerNotMigrated', { hasBackup });
    case 'busy':
      return worded('ledgerBusy', { folder });
    case 'disk-full':
      return worded('ledgerDiskFull');
    case 'unwritable':
      return worded('ledgerUnwritable', { folder });
  }
}
