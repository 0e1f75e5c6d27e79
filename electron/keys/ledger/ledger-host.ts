import type { LedgerState } from '../../../shared/domain/ledger-state.ts';
import { newestGoodBackup } from './backups.ts';
import { closedState, obstacleOf, type Obstacle } from './closed-state.ts';
import { delegatingLedger } from './delegating-ledger.ts';
import { keepBackingUp } from './keep-backing-up.ts';
import { ledgerPaths, setAside, setFolderAside } from './ledger-files.ts';
import { LedgerUnavailableError, LedgerWriteError, type Ledger } from './ledger.ts';
import { MIGRATIONS } from './migrations.ts';
import { openLedger, type OpenedLedger, type OpenLedgerOptions } from './open-ledger.ts';
import { restoreBackup } from './restore.ts';
import { ledgerCodeOf } from './sqlite-failure.ts';

/** Owns the ledger's file for as long as Keyfob runs. */
export interface LedgerHost {
  /** Always the ledger that is open now: what services are given, so that they need not know of restores. */
  readonly ledger: Ledger;
  /** Throws `LedgerUnavailableError` when none is open. */
  current(): Ledger;
  state(): LedgerState;
  /** Opens the newest good backup; the file that was not opened is set aside. Only for a closed ledger. */
  restoreBackup(): LedgerState;
  /** Opens an empty ledger; the old file and its backups are set aside. Only for a closed ledger. */
  startEmpty(): LedgerState;
  onChange(listener: (state: LedgerState) => void): () => void;
  /** Takes a backup that is due, then closes; the ledger is unavailable from here on. Safe to call twice. */
  close(): void;
}

export interface LedgerHostOptions extends OpenLedgerOptions {
  /** Called with every ledger that opens (at start, restored, empty) before anybody hears of it: the place to seed it. */
  readonly onOpen?: (ledger: Ledger) => void;
}

/** Opens the ledger and looks for a due backup at once, then hourly; until there is a first key, more often. */
export function createLedgerHost(options: LedgerHostOptions): LedgerHost {
  const { clock, logger, migrations = MIGRATIONS } = options;
  const paths = ledgerPaths(options.path);
  const listeners = new Set<(state: LedgerState) => void>();
  const opening = createOpening(options);
  const backups = keepBackingUp(clock, opening.backUpIfDue);

  const publish = (): void => {
    for (const listener of listeners) listener(opening.state());
  };
  /** For a closed ledger only. One that could not be written is tried again and never set aside: it may be whole. */
  const replace = (prepareFiles: () => void): LedgerState => {
    const before = opening.state();
    if (before.kind === 'open') return before;
    try {
      if (before.reason !== 'unwritable') prepareFiles();
      opening.open();
    } catch (error) {
      logger.error('The ledger could not be replaced', { code: ledgerCodeOf(error) });
      opening.closeAs(obstacleOf(error));
    }
    backups.restart();
    publish();
    return opening.state();
  };

  return {
    ledger: delegatingLedger(opening.current, () => {
      if (opening.state().kind === 'closed') return;
      logger.error('The ledger is damaged');
      opening.closeAs({ kind: 'damaged' });
      publish();
    }),
    current: opening.current,
    state: opening.state,
    restoreBackup: () =>
      replace(() => {
        const backup = newestGoodBackup(paths, migrations.length);
        if (backup) restoreBackup(paths, backup.path, clock.now());
      }),
    startEmpty: () =>
      replace(() => {
        setAside(paths.ledger, clock.now());
        setFolderAside(paths.backups, clock.now());
      }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      backups.stop();
      opening.end();
    },
  };
}

/** The one ledger that is open now, or why none is. */
function createOpening(options: LedgerHostOptions) {
  const { onOpen = () => undefined, migrations = MIGRATIONS } = options;
  let opened: OpenedLedger;
  let isEnded = false;

  const open = (): void => {
    opened = openLedger(options);
    try {
      if (opened.kind === 'open') onOpen(opened.ledger);
    } catch (error) {
      closeAs(obstacleOf(error instanceof LedgerWriteError ? error.cause : error));
    }
  };
  const closeAs = (obstacle: Obstacle): void => {
    if (opened.kind === 'open') opened.ledger.close();
    opened = { kind: 'closed', state: closedState(obstacle, ledgerPaths(options.path), migrations.length) };
  };
  const current = (): Ledger => {
    if (opened.kind === 'open' && !isEnded) return opened.ledger;
    throw new LedgerUnavailableError('No ledger is open');
  };
  const backUpIfDue = (): 'empty' | 'looked' => (opened.kind === 'open' ? opened.backUpIfDue() : 'looked');
  const end = (): void => {
    if (opened.kind !== 'open' || isEnded) return;
    isEnded = true;
    // Closing would write the log into the file, which then looks newer than its backup.
    opened.ledger.checkpointAndScrub();
    backUpIfDue();
    opened.ledger.close();
  };

  open();
  return {
    open,
    closeAs,
    current,
    backUpIfDue,
    end,
    state: (): LedgerState => (opened.kind === 'open' ? { kind: 'open' } : opened.state),
  };
}
