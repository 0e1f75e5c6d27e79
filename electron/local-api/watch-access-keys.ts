import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { AccessKeys } from './access-keys.ts';

const INTERVAL_MS = 30_000;

/**
 * Writes down every half minute which access keys have expired, so that a clock that is turned back does not revive one that
 * nobody looked at meanwhile. Returns the way to stop.
 */
export function watchAccessKeys(accessKeys: Pick<AccessKeys, 'markExpired'>, clock: Clock): () => void {
  let cancel = (): void => undefined;
  const look = (): void => {
    cancel = clock.schedule(look, INTERVAL_MS);
    try {
      accessKeys.markExpired();
    } catch (error) {
      // No ledger is open: the window says so already, and the next look may find one.
      if (!(error instanceof LedgerUnavailableError)) throw error;
    }
  };
  look();
  return () => {
    cancel();
  };
}
