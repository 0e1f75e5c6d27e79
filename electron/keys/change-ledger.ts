import { failed, type AppError, type Result } from '../../shared/domain/app-error.ts';
import { LedgerUnavailableError, LedgerWriteError, type Ledger } from './ledger/ledger.ts';

/** Carries a refusal out of a transaction, so that what was written before it is rolled back. */
class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/**
 * Runs `work` in one transaction. A failed result rolls it back; a disk that refuses becomes `ledger-write-failed`,
 * no open ledger `ledger-unavailable`. Whatever else is thrown is a bug and passes through, rolled back as well.
 */
export function changeLedger<Value>(ledger: Ledger, work: () => Result<Value>): Result<Value> {
  try {
    return ledger.transaction(() => {
      const result = work();
      if (!result.ok) throw new Refusal(result.error);
      return result;
    });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error };
    if (error instanceof LedgerWriteError) return failed('ledger-write-failed');
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    throw error;
  }
}
