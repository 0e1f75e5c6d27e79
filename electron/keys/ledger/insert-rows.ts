import type { SQLInputValue } from 'node:sqlite';
import type { Ledger, Parameters } from './ledger.ts';

/** A table and the columns that are given, such as `runs (id, state)`. */
export interface InsertTarget {
  readonly into: string;
  readonly columns: readonly string[];
}

/** More in one statement gains nothing that could be measured. */
const ROWS_IN_STATEMENT = 50;

/**
 * Inserts rows in their order, many in a statement: to carry out one for each costs more than to write its row. Each row has a value for
 * every column. To be called in a transaction.
 */
export function insertRows(ledger: Ledger, target: InsertTarget, rows: readonly Parameters[]): void {
  const whole = rows.length - (rows.length % ROWS_IN_STATEMENT);
  const many = whole > 0 ? statementOf(target, ROWS_IN_STATEMENT) : '';
  for (let first = 0; first < whole; first += ROWS_IN_STATEMENT) {
    const values: SQLInputValue[] = [];
    for (let each = first; each < first + ROWS_IN_STATEMENT; each += 1) values.push(...(rows[each] ?? []));
    ledger.run(many, values);
  }
  if (whole === rows.length) return;
  // One by one, so that there are two statements and not fifty to be kept prepared.
  const one = statementOf(target, 1);
  for (const row of rows.slice(whole)) ledger.run(one, row);
}

function statementOf({ into, columns }: InsertTarget, rows: number): string {
  const marks = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${into} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => marks).join(', ')}`;
}
