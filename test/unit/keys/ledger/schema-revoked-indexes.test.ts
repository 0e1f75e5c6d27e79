import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_REVOKED_INDEXES } from '../../../../electron/keys/ledger/schema-revoked-indexes.ts';

const KEY = `INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at, revoked_at)
  VALUES (?, 'local', ?, 'CI', ?, '', 0, ?)`;

/** One's own keys `living` and `revoked`, of the same name, from before the step. */
function migratedLedger(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  migrate(database, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_REVOKED_INDEXES)), () => undefined);
  database.exec(
    "INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at) VALUES ('local', 'local', '', '', '', '[]', 0)",
  );
  database.prepare(KEY).run('living', 'me', 'ci', null);
  database.prepare(KEY).run('revoked', 'me', 'ci', 5);
  migrate(database, MIGRATIONS, () => undefined);
  return database;
}

it('takes a name again that only a revoked key has, or a key of another member', () => {
  const database = migratedLedger();
  const insert = database.prepare(KEY);
  expect(() => insert.run('hers', 'grace', 'ci', null)).not.toThrow();
  expect(() => insert.run('another revoked', 'me', 'ci', 6)).not.toThrow();
  expect(() => insert.run('again', 'me', 'ci', null)).toThrow(/UNIQUE/);
  database.exec("UPDATE api_keys SET revoked_at = 7 WHERE id = 'living'");
  expect(() => insert.run('again', 'me', 'ci', null)).not.toThrow();
});

it.each([
  ["UPDATE api_keys SET name_key = 'ci' WHERE id = 'other'"],
  ["UPDATE api_keys SET creator_id = 'me' WHERE id = 'hers'"],
  ["UPDATE OR REPLACE api_keys SET name_key = 'ci' WHERE id = 'other'"],
])('refuses a living key the name of another: %s', (sql) => {
  const database = migratedLedger();
  database.prepare(KEY).run('other', 'me', 'other', null);
  database.prepare(KEY).run('hers', 'grace', 'ci', null);
  expect(() => {
    database.exec(sql);
  }).toThrow(/UNIQUE/);
});

it('lets no key come back to life, under a name that is free or taken', () => {
  const database = migratedLedger();
  const revive = "UPDATE api_keys SET revoked_at = NULL WHERE id = 'revoked'";
  expect(() => {
    database.exec(revive);
  }).toThrow(/stays revoked/);
  database.exec("UPDATE api_keys SET revoked_at = 7 WHERE id = 'living'");
  expect(() => {
    database.exec(revive);
  }).toThrow(/stays revoked/);
});

it('lets a key keep its name', () => {
  const database = migratedLedger();
  expect(() => {
    database.exec("UPDATE api_keys SET name_key = 'ci', creator_id = 'me' WHERE id = 'living'");
  }).not.toThrow();
});

it('looks a name and a public id up by their indexes, also from the triggers', () => {
  const database = migratedLedger();
  const planOf = (sql: string) =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((row) => String(row['detail']))
      .join();
  expect(
    planOf("SELECT 1 FROM api_keys WHERE service_id = 'a' AND creator_id = 'b' AND name_key = 'c'"),
  ).toContain('api_keys_name');
  expect(planOf("SELECT 1 FROM dead_keys WHERE id >= 'kf' AND id = 'kfak:' || ?")).toContain(
    'dead_keys_public_id',
  );
});
