import { codeOf } from '../../error-code.ts';

/** What SQLite's primary result codes mean to the ledger (https://www.sqlite.org/rescode.html). */
export type SqliteFailure = 'disk-refused' | 'busy' | 'damaged' | 'cannot-open' | 'other';

const FAILURES: Readonly<Record<number, SqliteFailure>> = {
  3: 'cannot-open', // SQLITE_PERM
  5: 'busy', // SQLITE_BUSY
  6: 'busy', // SQLITE_LOCKED
  8: 'disk-refused', // SQLITE_READONLY
  10: 'disk-refused', // SQLITE_IOERR
  11: 'damaged', // SQLITE_CORRUPT
  13: 'disk-refused', // SQLITE_FULL
  14: 'cannot-open', // SQLITE_CANTOPEN
  26: 'damaged', // SQLITE_NOTADB
};

/** Judges an error by SQLite's result code, never by its text. */
export function sqliteFailureOf(error: unknown): SqliteFailure {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return 'other';
  return FAILURES[error.errcode & 0xff] ?? 'other';
}

/** The code of an error of `node:fs` or SQLite, for the log: neither repeats a row's content. */
export function ledgerCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('errcode' in error && typeof error.errcode === 'number') return `sqlite-${String(error.errcode)}`;
  return codeOf(error) || error.name;
}
