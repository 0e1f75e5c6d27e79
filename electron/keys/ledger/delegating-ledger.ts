import { LedgerDamagedError, type Ledger } from './ledger.ts';

/** Passes every call to the ledger that is open; tells when one finds it damaged. */
export function delegatingLedger(current: () => Ledger, onDamaged: () => void): Ledger {
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
    mark: () => guarded(() => current().mark()),
    close: () => current().close(),
  };
}
