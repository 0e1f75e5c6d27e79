import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_SECRET_VARIABLES } from '../../../../electron/keys/ledger/schema-secret-variables.ts';

it('the step to secret variables keeps what is there, and no variable is without its sealed value', () => {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(database, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_SECRET_VARIABLES)), () => undefined);
  database.exec(
    `INSERT INTO history (id, at, method, url, duration_ms, body_bytes, record) VALUES ('h', 1, 'GET', 'u', 1, 1, '{}')`,
  );
  migrate(database, MIGRATIONS, () => undefined);
  const insert = () => {
    database.exec("INSERT INTO secret_variables VALUES ('e', 'token', '[]', 'variable:1', 1)");
  };
  expect(insert).toThrow(/FOREIGN KEY/);
  database.exec("INSERT INTO sealed_values (id, version, sealed) VALUES ('variable:1', 1, x'00')");
  insert();
  expect(database.prepare('SELECT count(*) AS n FROM history').get()?.['n']).toBe(1);
});
