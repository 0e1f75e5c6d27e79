import { HOUR_MS } from '../../../shared/domain/expiry.ts';
import type { LedgerState } from '../../../shared/domain/ledger-state.ts';
import { newestGoodBackup } from './backups.ts';
import { closedState, obstacleOf, type Obstacle } from './closed-state.ts';
import { ledgerPaths, setAside, setFolderAside } from './ledger-files.ts';
import { LedgerDamagedError, LedgerUnavailableError, LedgerWriteError, type Ledger } from './ledger.ts';
import { MIGRATIONS } from './migrations.ts';
import { openLedger, type OpenedLedger, type OpenLedgerOptions } from './open-ledger.ts';
import { restoreBackup } from './restore.ts';
import { codeOf } from './sqlite-failure.ts';

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

/** Opens the ledger and looks for a due backup at once, then hourly. */
export function createLedgerHost(options: LedgerHostOptions): LedgerHost {
  const { clock, logger, onOpen = () => undefined, migrations = MIGRATIONS } = options;
  const paths = ledgerPaths(options.path);
  const listeners = new Set<(state: LedgerState) => void>();
  let opened: OpenedLedger;
  let isEnded = false;
  let cancelBackups = (): void => undefined;

  const state = (): LedgerState => (opened.kind === 'open' ? { kind: 'open' } : opened.state);
  const publish = (): void => {
    for (const listener of listeners) listener(state());
  };
  const backUpHourly = (): void => {
    if (opened.kind === 'open') opened.backUpIfDue();
    cancelBackups = clock.schedule(backUpHourly, HOUR_MS);
  };
  const reopen = (): void => {
    opened = openLedger(options);
    try {
      if (opened.kind === 'open') onOpen(opened.ledger);
    } catch (error) {
      closeAs(obstacleOf(error instanceof LedgerWriteError ? error.cause : error));
    }
  };
  const closeAs = (obstacle: Obstacle): void => {
    if (opened.kind === 'open') opened.ledger.close();
    opened = { kind: 'closed', state: closedState(obstacle, paths, migrations.length) };
  };
  const current = (): Ledger => {
    if (opened.kind === 'open' && !isEnded) return opened.ledger;
    throw new LedgerUnavailableError('No ledger is open');
  };

  /** For a closed ledger only. One that could not be written is tried again and never set aside: it may be whole. */
  const replace = (prepareFiles: () => void): LedgerState => {
    if (opened.kind === 'open') return state();
    try {
      if (opened.state.reason !== 'unwritable') prepareFiles();
      reopen();
    } catch (error) {
      logger.error('The ledger could not be replaced', { code: codeOf(error) });
      closeAs(obstacleOf(error));
    }
    publish();
    return state();
  };

  reopen();
  backUpHourly();

  return {
    ledger: delegatingLedger(current, () => {
      if (opened.kind === 'closed') return;
      logger.error('The ledger is damaged');
      closeAs({ kind: 'damaged' });
      publish();
    }),
    current,
    state,
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
      cancelBackups();
      if (opened.kind !== 'open' || isEnded) return;
      isEnded = true;
      // Closing would write the log into the file, which then looks newer than its backup.
      opened.ledger.checkpointAndScrub();
      opened.backUpIfDue();
      opened.ledger.close();
    },
  };
}

/** Passes every call to the ledger that is open; tells when one finds it damaged. */
function delegatingLedger(current: () => Ledger, onDamaged: () => void): Ledger {
  const guarded = <Value>(call: () => Value): Value => {
    try {
      return call();
    } catch (error) {
      if (error instanceof LedgerDamagedError) onDamaged();
      throw error;
    }
  };
  return {
    all: (sql, parameters) => guarded(() => current().all(sql, parameters)),
    get: (sql, parameters) => guarded(() => current().get(sql, parameters)),
    run: (sql, parameters) => guarded(() => current().run(sql, parameters)),
    transaction: (work) => guarded(() => current().transaction(work)),
    checkpointAndScrub: () => guarded(() => current().checkpointAndScrub()),
    close: () => current().close(),
  };
}
