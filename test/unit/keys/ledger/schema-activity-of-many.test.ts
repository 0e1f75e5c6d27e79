import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { ACTIVITY_KEPT } from '../../../../electron/keys/ledger/schema-activity.ts';
import { SCHEMA_ACTIVITY_OF_MANY } from '../../../../electron/keys/ledger/schema-activity-of-many.ts';

const noBackup = () => undefined;
const ENTRY =
  "INSERT INTO activity (at, api_key_id, api_key_name, kind, event) VALUES (1, '', '', 'revoked', '{}')";
const KEYS = `INSERT INTO activity_keys SELECT max(id), 2, '[["a","A"],["b","B"]]' FROM activity`;

/** One entry from before the step, then one of many, which is the newest. */
function migratedLedger(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  migrate(database, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_ACTIVITY_OF_MANY)), noBackup);
  database.exec(ENTRY);
  migrate(database, MIGRATIONS, noBackup);
  database.exec(`${ENTRY}; ${KEYS}`);
  return database;
}

const read = (database: DatabaseSync, sql: string): unknown[] =>
  database
    .prepare(sql)
    .all()
    .map((row) => ({ ...row }));

it.each([
  ["UPDATE activity_keys SET keys = '[]'"],
  ['UPDATE activity_keys SET entry = 9'],
  ['DELETE FROM activity_keys'],
  ["INSERT OR REPLACE INTO activity_keys VALUES (2, 1, '[]')"],
  ["INSERT OR IGNORE INTO activity_keys VALUES (2, 1, '[]')"],
  ["INSERT INTO activity_keys VALUES (1, 1, '[]')"],
  ["INSERT INTO activity_keys VALUES (3, 1, '[]')"],
  ["INSERT INTO activity_keys VALUES (NULL, 1, '[]')"],
])('the keys of an entry of many are append-only: %s', (sql) => {
  const database = migratedLedger();
  expect(() => {
    database.exec(sql);
  }).toThrow('append-only');
  expect(read(database, 'SELECT entry, count FROM activity_keys')).toEqual([{ entry: 2, count: 2 }]);
});

it('keeps them as long as their entry, which goes when all of its ids are old', () => {
  const database = migratedLedger();
  const last = `UPDATE sqlite_sequence SET seq = %d WHERE name = 'activity'`;
  database.exec(last.replace('%d', String(ACTIVITY_KEPT)));
  database.exec(`${ENTRY}; ${KEYS}`);
  // The first entry is older than the newest hundred thousand now; this one of many is the first that has ids enough.
  expect(read(database, 'SELECT id FROM activity')).toEqual([{ id: 2 }, { id: ACTIVITY_KEPT + 1 }]);
  expect(() => {
    database.exec('DELETE FROM activity WHERE id = 2');
  }).toThrow('append-only');
  database.exec(last.replace('%d', String(ACTIVITY_KEPT + 1_999)));
  database.exec(ENTRY);
  expect(read(database, 'SELECT id FROM activity')).toEqual([
    { id: ACTIVITY_KEPT + 1 },
    { id: ACTIVITY_KEPT + 2_000 },
  ]);
  expect(read(database, 'SELECT entry FROM activity_keys')).toEqual([{ entry: ACTIVITY_KEPT + 1 }]);
});
