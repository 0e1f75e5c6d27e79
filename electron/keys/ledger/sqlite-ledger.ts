import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LedgerDamagedError, LedgerWriteError, type Ledger, type Parameters } from './ledger.ts';
import { sqliteFailureOf } from './sqlite-failure.ts';

const MAX_STATEMENTS = 250;

/** The ledger over one open connection. Statements are prepared once. */
export function createSqliteLedger(database: DatabaseSync): Ledger {
  const statements = new Map<string, StatementSync>();
  let mark = {};
  const transactions = createTransactions(database, () => {
    mark = {};
  });

  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  return {
    all: (sql, parameters: Parameters = []) => named(() => prepared(sql).all(...parameters)),
    get: (sql, parameters: Parameters = []) => named(() => prepared(sql).get(...parameters)),
    run(sql, parameters: Parameters = []) {
      transactions.assertAlive();
      mark = {};
      // Not by `named`: a run writes thousands.
      try {
        return Number(prepared(sql).run(...parameters).changes);
      } catch (error) {
        throw ownError(error);
      }
    },
    transaction: (work) => transactions.run(work),
    checkpointAndScrub() {
      // Inside a transaction a checkpoint is refused; the next call makes up for it, and so does closing.
      if (!database.isOpen || database.isTransaction) return;
      try {
        database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      } catch (error) {
        if (sqliteFailureOf(error) === 'other') throw error;
      }
    },
    mark: () => mark,
    close() {
      statements.clear();
      if (database.isOpen) database.close();
    },
  };
}

function createTransactions(
  database: DatabaseSync,
  onRollback: () => void,
): {
  run<Value>(work: () => Value): Value;
  assertAlive(): void;
} {
  let depth = 0;

  /** SQLite itself rolls back on a full disk; what comes after must not slip through as writes of their own. */
  const assertAlive = (): void => {
    if (depth > 0 && !(database.isOpen && database.isTransaction)) {
      throw new LedgerWriteError('The transaction was rolled back');
    }
  };
  const finish = (sql: string): void => {
    if (database.isOpen && database.isTransaction) database.exec(sql);
  };

  const run = <Value>(work: () => Value): Value => {
    const name = `nested_${String(depth)}`;
    const isOuter = depth === 0;
    assertAlive();
    named(() => database.exec(isOuter ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${name}`));
    depth += 1;
    try {
      const value = work();
      if (value instanceof Promise) throw new TypeError('A transaction of the ledger is synchronous');
      assertAlive();
      named(() => database.exec(isOuter ? 'COMMIT' : `RELEASE ${name}`));
      return value;
    } catch (error) {
      onRollback();
      finish(isOuter ? 'ROLLBACK' : `ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    } finally {
      depth -= 1;
    }
  };
  return { run, assertAlive };
}

/** Runs a call of SQLite; its refusals leave as the ledger's own errors. */
function named<Value>(call: () => Value): Value {
  try {
    return call();
  } catch (error) {
    throw ownError(error);
  }
}

function ownError(error: unknown): unknown {
  switch (sqliteFailureOf(error)) {
    case 'disk-refused':
    case 'busy':
    case 'cannot-open':
      return new LedgerWriteError('The disk refused the write', { cause: error });
    case 'damaged':
      return new LedgerDamagedError('The ledger is damaged', { cause: error });
    case 'other':
      return error;
  }
}
