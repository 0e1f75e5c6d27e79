import { DatabaseSync } from 'node:sqlite';
import { LedgerWriteError, type Ledger } from '../../electron/keys/ledger/ledger.ts';
import { MIGRATIONS } from '../../electron/keys/ledger/migrations.ts';
import { createSqliteLedger } from '../../electron/keys/ledger/sqlite-ledger.ts';

export interface MemoryLedger extends Ledger {
  /** After so many writes the disk refuses every further one. */
  writesUntilFull: number;
  /** How often it was scrubbed. */
  scrubs: number;
}

/** The real ledger over SQLite in memory, without its file. */
export function memoryLedger(): MemoryLedger {
  const database = new DatabaseSync(':memory:');
  database.exec(MIGRATIONS.join('\n'));
  const ledger = createSqliteLedger(database);
  const memory: MemoryLedger = {
    ...ledger,
    writesUntilFull: Infinity,
    scrubs: 0,
    run(sql, parameters) {
      if (memory.writesUntilFull <= 0) throw new LedgerWriteError('The disk is full');
      memory.writesUntilFull -= 1;
      return ledger.run(sql, parameters);
    },
    checkpointAndScrub() {
      memory.scrubs += 1;
    },
  };
  return memory;
}
