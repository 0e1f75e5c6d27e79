import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';

export type Row = Record<string, SQLOutputValue>;
export type Parameters = readonly SQLInputValue[];

/**
 * The open ledger: a thin, synchronous face of one SQLite connection. Rows are parsed where they are read
 * (each noun has its own `*-rows.ts`), so that no other module knows a column.
 */
export interface Ledger {
  all(sql: string, parameters?: Parameters): readonly Row[];
  get(sql: string, parameters?: Parameters): Row | undefined;
  /** Returns the number of changed rows. Throws `LedgerWriteError` when the disk refuses (full, read-only). */
  run(sql: string, parameters?: Parameters): number;
  /** All or nothing. Nested calls join the outer transaction. */
  transaction<Value>(work: () => Value): Value;
  close(): void;
}

/** The disk refused a write; the transaction was rolled back and the old state is intact. */
export class LedgerWriteError extends Error {
  override readonly name = 'LedgerWriteError';
}
