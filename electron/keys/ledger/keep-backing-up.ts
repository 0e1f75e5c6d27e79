import { HOUR_MS } from '../../../shared/domain/expiry.ts';
import type { Clock } from '../../ports/clock.ts';

/** How soon the first key has its first backup: what was just made must not wait an hour. */
const FIRST_KEY_MS = 20_000;

export interface BackupRhythm {
  /** To be called when another ledger opened: it may hold no key yet. */
  restart(): void;
  stop(): void;
}

/** Looks for a due backup at once, then hourly; and until there is a first key, more often. */
export function keepBackingUp(clock: Clock, backUpIfDue: () => 'empty' | 'looked'): BackupRhythm {
  let cancelHourly = (): void => undefined;
  let cancelFirst = (): void => undefined;
  const lookHourly = (): void => {
    backUpIfDue();
    cancelHourly = clock.schedule(lookHourly, HOUR_MS);
  };
  const awaitFirstKey = (): void => {
    cancelFirst();
    if (backUpIfDue() === 'empty') cancelFirst = clock.schedule(awaitFirstKey, FIRST_KEY_MS);
  };
  lookHourly();
  awaitFirstKey();
  return {
    restart: awaitFirstKey,
    stop() {
      cancelHourly();
      cancelFirst();
    },
  };
}
