import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { ACTIVITY_KEPT, SCHEMA_ACTIVITY } from '../../../../electron/keys/ledger/schema-activity.ts';

const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_ACTIVITY));
const noBackup = () => undefined;
const INSERT =
  "INSERT INTO activity (at, api_key_id, api_key_name, kind, event) VALUES (1, 'k', 'K', 'sent', '{}')";

/** A ledger with three entries, written before the step. */
function olderLedger(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  migrate(database, before, noBackup);
  for (let index = 0; index < 3; index += 1) database.exec(INSERT);
  return database;
}

function idsOf(database: DatabaseSync): unknown[] {
  return database
    .prepare('SELECT id FROM activity ORDER BY id')
    .all()
    .map((row) => row['id']);
}

describe('the step that makes the activity append-only', () => {
  it('keeps what was recorded before it, and takes more', () => {
    const database = olderLedger();
    migrate(database, MIGRATIONS, noBackup);
    database.exec(INSERT);
    expect(idsOf(database)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ["UPDATE activity SET event = '{}' WHERE id = 2"],
    ['UPDATE activity SET id = 9 WHERE id = 3'],
    ['DELETE FROM activity WHERE id = 1'],
    ['DELETE FROM activity'],
    ["INSERT OR REPLACE INTO activity VALUES (2, 1, 'k', 'K', 'sent', '{}')"],
    ["INSERT INTO activity VALUES (2000000, 1, 'k', 'K', 'sent', '{}')"],
    ["INSERT INTO activity VALUES (-5, 1, 'k', 'K', 'sent', '{}')"],
  ])('refuses: %s', (sql) => {
    const database = olderLedger();
    migrate(database, MIGRATIONS, noBackup);
    expect(() => {
      database.exec(sql);
    }).toThrow('append-only');
    expect(idsOf(database)).toEqual([1, 2, 3]);
  });

  it('goes on after a transaction that was rolled back', () => {
    const database = olderLedger();
    migrate(database, MIGRATIONS, noBackup);
    database.exec(`BEGIN; ${INSERT}; ROLLBACK; ${INSERT}`);
    expect(idsOf(database)).toEqual([1, 2, 3, 4]);
  });

  it('lets what is older than the newest hundred thousand go by itself, and nothing newer', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, MIGRATIONS, noBackup);
    const insert = database.prepare(INSERT);
    database.exec('BEGIN');
    for (let index = 0; index < ACTIVITY_KEPT + 2_500; index += 1) insert.run();
    database.exec('COMMIT');
    const [row] = database.prepare('SELECT min(id) AS oldest, count(*) AS kept FROM activity').all();
    expect(row).toEqual({ oldest: 2_001, kept: ACTIVITY_KEPT + 500 });
    expect(() => {
      database.exec('DELETE FROM activity WHERE id <= 2501');
    }).toThrow('append-only');
    database.exec('DELETE FROM activity WHERE id <= 2500');
  });
});
