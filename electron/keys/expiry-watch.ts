import type { KeyContext } from './key-context.ts';
import { LedgerUnavailableError } from './ledger/ledger.ts';
import { markSeenExpired } from './seen-expired.ts';

const INTERVAL_MS = 30_000;

/**
 * Writes down every half minute which keys have expired, so that a clock that is turned back does not revive one that
 * nobody looked at meanwhile, and tells the windows. Returns the way to stop.
 */
export function watchExpiry(
  options: Pick<KeyContext, 'ledger' | 'clock' | 'logger' | 'publish'>,
): () => void {
  const { clock, publish } = options;
  let cancel = (): void => undefined;
  const look = (): void => {
    cancel = clock.schedule(look, INTERVAL_MS);
    try {
      if (markSeenExpired(options)) publish('keys.changed', {});
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
