import { failed, type Result } from '../../shared/domain/app-error.ts';
import { LedgerUnavailableError, LedgerWriteError } from '../keys/ledger/ledger.ts';

/** Reads of the ledger; that there is none is a value. */
export function whileOpen<Value>(work: () => Result<Value>): Result<Value> {
  try {
    return work();
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    if (error instanceof LedgerWriteError) return failed('ledger-write-failed');
    throw error;
  }
}
