import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { migrate, MIGRATIONS, versionOf } from '../../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_ACCESS_KEYS } from '../../../../electron/keys/ledger/schema-access-keys.ts';

it('adds the access keys to a ledger of the version before, and loses nothing of it', () => {
  const database = new DatabaseSync(':memory:');
  const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_ACCESS_KEYS));
  migrate(database, before, () => undefined);
  database.exec(`INSERT INTO members (id, numeric_id, name, username, email, role, created_at)
    VALUES ('m', 1, 'Ada', 'ada', 'ada@localhost', 'admin', 0)`);
  const steps: number[] = [];

  migrate(database, MIGRATIONS, (from) => steps.push(from));

  expect(steps[0]).toBe(before.length);
  expect(versionOf(database)).toBe(MIGRATIONS.length);
  expect(database.prepare('SELECT name FROM members').all()).toEqual([{ name: 'Ada' }]);
  expect(database.prepare('SELECT count(*) AS keys FROM collection_access_keys').get()).toEqual({ keys: 0 });
  database.close();
});
