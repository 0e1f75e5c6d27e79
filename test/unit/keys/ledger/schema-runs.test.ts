import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_RUN_SETUPS } from '../../../../electron/keys/ledger/schema-run-setups.ts';
import { SCHEMA_RUNS } from '../../../../electron/keys/ledger/schema-runs.ts';

it('the step to runs keeps the history, and a deleted run takes its rows with it', () => {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(database, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_RUNS)), () => undefined);
  database.exec(
    `INSERT INTO history (id, at, method, url, duration_ms, body_bytes, record) VALUES ('h', 1, 'GET', 'u', 1, 1, '{}')`,
  );
  migrate(database, MIGRATIONS, () => undefined);
  database.exec(`
    INSERT INTO runs VALUES ('r', 1, 'finished', '{}');
    INSERT INTO run_rows VALUES ('r', 1, 'passed', 0, 1, '{}', '{}', 0);
  `);
  const count = (table: string) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'];
  expect(['history', 'runs', 'run_rows'].map(count)).toEqual([1, 1, 1]);
  database.exec(`DELETE FROM runs WHERE id = 'r'`);
  expect(count('run_rows')).toBe(0);
});

it('the step to set-ups keeps runs and their rows, and no key was withheld from those as far as is known', () => {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(database, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_RUN_SETUPS)), () => undefined);
  database.exec(`
    INSERT INTO runs VALUES ('r', 1, 'finished', '{}');
    INSERT INTO run_rows VALUES ('r', 1, 'passed', 0, 1, '{}', '{}');
  `);
  migrate(database, MIGRATIONS, () => undefined);
  expect(database.prepare('SELECT is_withheld FROM run_rows').all()).toMatchObject([{ is_withheld: 0 }]);
});
