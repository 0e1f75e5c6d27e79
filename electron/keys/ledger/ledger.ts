import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';

export type Row = Record<string, SQLOutputValue>;
export type Parameters = readonly SQLInputValue[];

/**
 * The open ledger: a thin, synchronous face of one SQLite connection. Rows are parsed where they are read
 * (each noun has its own `*-rows.ts`), so that no other module knows a column.
 * Every call throws `LedgerUnavailableError` while no ledger is open.
 */
export interface Ledger {
  all(sql: string, parameters?: Parameters): readonly Row[];
  get(sql: string, parameters?: Parameters): Row | undefined;
  /** Returns the number of changed rows. Throws `LedgerWriteError` when the disk refuses (full, read-only). */
  run(sql: string, parameters?: Parameters): number;
  /** All or nothing. Nested calls join the outer transaction; one that throws undoes its own part. `work` is synchronous. */
  transaction<Value>(work: () => Value): Value;
  /**
   * Empties the write-ahead log into the file, so that nothing of a deleted sealed secret is left in either.
   * To be called after the transaction that deletes one. Never throws: what is left goes with the next call.
   */
  checkpointAndScrub(): void;
  /** Another object after every write, whoever wrote: what was read before may be kept as long as it is the same. */
  mark(): object;
  close(): void;
}

/** The disk refused a write; the transaction was rolled back and the old state is intact. */
export class LedgerWriteError extends Error {
  override readonly name = 'LedgerWriteError';
}

/** No ledger is open: `LedgerHost.state()` says why. Maps to the error code `ledger-unavailable`. */
export class LedgerUnavailableError extends Error {
  override readonly name: string = 'LedgerUnavailableError';
}

/** The open ledger turned out to be damaged while it was in use. */
export class LedgerDamagedError extends LedgerUnavailableError {
  override readonly name = 'LedgerDamagedError';
}
