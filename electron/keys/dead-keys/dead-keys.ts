import { DAY_MS } from '../../../shared/domain/expiry.ts';
import type { DeadKeyListState } from '../../../shared/domain/diagnostics.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import { LedgerUnavailableError, type Ledger } from '../ledger/ledger.ts';
import type { DeadKey } from './dead-key.ts';
import { linesOf, type DeadKeyFile, type DeadKeyList } from './dead-key-file.ts';
import { addDeadKeys, endDead, forgetExpired, listDeadKeys, readDeadKeyLines } from './dead-key-rows.ts';

/** Keeps a list outside the ledger of what must never work again, so that a restored backup revives nothing. */
export interface DeadKeys {
  /** For every ledger that opens, before anybody hears of it: ends what is dead, and brings list and ledger together. */
  meet(ledger: Ledger): void;
  /** After a transaction: what it ended is on the disk, outside the ledger, when this returns. Never throws. */
  note(ledger: Ledger): void;
  /** What became of the list. */
  state(): DeadKeyListState;
  /** Whether the list on the disk is what was written to it. False also when it cannot be read. */
  isWhole(): boolean;
}

export interface DeadKeysOptions {
  readonly file: DeadKeyFile;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
}

/** A clock that was wrong for a while must not make it forget. */
const FORGOTTEN_AFTER_MS = 30 * DAY_MS;

export function createDeadKeys({ file, clock, logger }: DeadKeysOptions): DeadKeys {
  /** Up to where the list has what the ledger has. */
  let listedTo = 0;
  let isWritten = true;

  const onDisk = (work: () => void): boolean => {
    try {
      work();
      isWritten = true;
    } catch (error) {
      logger.error('The list of dead keys could not be written', { code: codeOf(error) });
      isWritten = false;
    }
    return isWritten;
  };

  const meet = (ledger: Ledger): void => {
    const list = readList(file, logger);
    const now = clock.now();
    const forgottenBefore = now - FORGOTTEN_AFTER_MS;
    const ended = ledger.transaction(() => {
      addDeadKeys(ledger, list.keys);
      forgetExpired(ledger, forgottenBefore);
      return endDead(ledger, now);
    });
    // Sealed values are gone from the file's free pages and log too.
    if (ended > 0) ledger.checkpointAndScrub();
    const rows = listDeadKeys(ledger, 0);
    const isDone = onDisk(() => {
      if (!list.isWhole || list.keys.some((key) => isForgotten(key, forgottenBefore))) {
        file.replace(rows, { setsAside: !list.isWhole });
      } else file.append(linesOf(missingFrom(list, rows)));
    });
    listedTo = isDone ? (rows.at(-1)?.seq ?? 0) : 0;
  };

  return {
    meet,
    state: () => ({ isWritten, setAsideAt: file.setAsideAt() }),
    isWhole() {
      try {
        return file.isWhole();
      } catch (error) {
        logger.error('The list of dead keys could not be read', { code: codeOf(error) });
        return false;
      }
    },
    note(ledger) {
      try {
        const added = readDeadKeyLines(ledger, listedTo);
        if (added !== null && onDisk(() => file.append(added.lines))) listedTo = added.last;
      } catch (error) {
        // It was closed meanwhile: the next one that opens is compared with the list.
        if (!(error instanceof LedgerUnavailableError)) throw error;
      }
    },
  };
}

function readList(file: DeadKeyFile, logger: Logger): DeadKeyList {
  try {
    const list = file.read();
    if (list?.isWhole === false) logger.error('The list of dead keys was changed or damaged', {});
    return list ?? { keys: [], isWhole: true };
  } catch (error) {
    logger.error('The list of dead keys could not be read', { code: codeOf(error) });
    return { keys: [], isWhole: true };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function isForgotten({ expiredFrom }: DeadKey, before: number): boolean {
  return expiredFrom !== null && expiredFrom <= before;
}

function missingFrom({ keys }: DeadKeyList, rows: readonly DeadKey[]): readonly DeadKey[] {
  const listed = new Map<string, number>();
  for (const { id, deadFrom } of keys) listed.set(id, Math.min(deadFrom, listed.get(id) ?? Infinity));
  return rows.filter(({ id, deadFrom }) => {
    const isMissing = deadFrom < (listed.get(id) ?? Infinity);
    if (isMissing) listed.set(id, deadFrom);
    return isMissing;
  });
}

/**
 * The ledger, after each of whose transactions the list has what it ended. The ledger comes first: killed between the two, it is dead
 * there, nobody was told yet that it is, and the list hears of it when the ledger opens next.
 */
export function withDeadKeys(ledger: Ledger, deadKeys: Pick<DeadKeys, 'note'>): Ledger {
  let depth = 0;
  return {
    ...ledger,
    transaction(work) {
      depth += 1;
      try {
        return ledger.transaction(work);
      } finally {
        depth -= 1;
        if (depth === 0) deadKeys.note(ledger);
      }
    },
  };
}
