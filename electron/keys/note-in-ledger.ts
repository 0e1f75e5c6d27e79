import type { Logger } from '../ports/logger.ts';
import { LedgerUnavailableError, LedgerWriteError, type Ledger } from './ledger/ledger.ts';

/**
 * Writes down something that has already happened (a use, an expiry that was seen). A disk that refuses is logged and
 * does not undo what happened: a request that was sent stays sent. Returns whether it was written.
 */
export function noteInLedger(
  { ledger, logger }: { readonly ledger: Ledger; readonly logger: Logger },
  what: string,
  write: () => void,
): boolean {
  try {
    ledger.transaction(write);
    return true;
  } catch (error) {
    if (!(error instanceof LedgerWriteError || error instanceof LedgerUnavailableError)) throw error;
    logger.warn('The ledger refused a note', { what, error: error.name });
    return false;
  }
}
