import type { LedgerState } from '../../../shared/domain/ledger-state.ts';
import { newestGoodBackup } from './backups.ts';
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
  const common = { kind: 'closed', message: messageOf(obstacle, newestVersion), backup } as const;
  const remedy = remedyOf(obstacle, { hasBackup: backup !== null, folder: paths.folder });
  if (isAboutTheDisk(obstacle)) return { ...common, reason: 'unwritable', remedy };
  return { ...common, reason: obstacle.kind === 'newer' ? 'newer-version' : 'damaged', remedy };
}

function isAboutTheDisk(obstacle: Obstacle): boolean {
  return obstacle.kind === 'busy' || obstacle.kind === 'disk-full' || obstacle.kind === 'unwritable';
}

function messageOf(obstacle: Obstacle, newestVersion: number): string {
  switch (obstacle.kind) {
    case 'damaged':
      return 'The ledger, the file that holds your keys, is damaged. It was not opened and not changed.';
    case 'missing':
      return 'The ledger, the file that holds your keys, is missing or empty, but backups of it exist.';
    case 'newer':
      return (
        `The ledger, the file that holds your keys, was written by a newer version of Keyfob (its format is ` +
        `${String(obstacle.version)}, this version reads up to ${String(newestVersion)}). It was not changed.`
      );
    case 'not-migrated':
      return 'The ledger, the file that holds your keys, could not be brought to the form that this version needs. It is as it was.';
    case 'busy':
      return 'The ledger, the file that holds your keys, is in use by another program.';
    case 'disk-full':
      return 'The disk is full, so the ledger, the file that holds your keys, cannot be opened safely.';
    case 'unwritable':
      return 'Keyfob may not write the ledger, the file that holds your keys.';
  }
}

function remedyOf(obstacle: Obstacle, { hasBackup, folder }: { hasBackup: boolean; folder: string }): string {
  const kept = 'The old file is kept beside the new one.';
  const ways = hasBackup
    ? `Restore the newest backup, or start with an empty ledger. ${kept}`
    : `There is no good backup. Start with an empty ledger, or repair the file. ${kept}`;
  switch (obstacle.kind) {
    case 'damaged':
      return ways;
    case 'missing':
      return hasBackup
        ? 'Restore the newest backup, or start with an empty ledger.'
        : 'Start with an empty ledger, or put the file back and start Keyfob again.';
    case 'newer':
    case 'not-migrated':
      return `Install the newest version of Keyfob; your keys are safe until then. ${hasBackup ? ways : ''}`.trim();
    case 'busy':
      return `Close the program that uses ${folder}, then start Keyfob again.`;
    case 'disk-full':
      return 'Free some disk space, then start Keyfob again.';
    case 'unwritable':
      return `Give your user write access to ${folder}, then start Keyfob again.`;
  }
}
