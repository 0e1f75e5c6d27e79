import type { Clock } from '../ports/clock.ts';
import type { History } from './history.ts';

const HOUR_MS = 3_600_000;
const FIRST_MS = 60_000;

/** Removes what grew too old for the retention: soon after the start, and every hour. Returns the way to stop. */
export function watchHistory(history: Pick<History, 'prune'>, clock: Clock): () => void {
  let cancel = (): void => undefined;
  const prune = (): void => {
    // A ledger that is closed, or a disk that refuses, is told of where it matters; the next hour tries again.
    history.prune();
    cancel = clock.schedule(prune, HOUR_MS);
  };
  cancel = clock.schedule(prune, FIRST_MS);
  return () => {
    cancel();
  };
}
