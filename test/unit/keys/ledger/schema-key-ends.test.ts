import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_KEY_ENDS } from '../../../../electron/keys/ledger/schema-key-ends.ts';
import { DAY_MS } from '../../../../shared/domain/expiry.ts';

const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_KEY_ENDS));
const noBackup = () => undefined;

/** A ledger from before the step: two members with a key each, and a maximum lifetime of 3 days for the first one's keys. */
function olderLedger(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  migrate(database, before, noBackup);
  database.exec(`
    INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at) VALUES ('s', 'custom', '', '', '', '[]', 0);
    INSERT INTO members (id, numeric_id, name, username, email, role, created_at)
      VALUES ('me', 1, 'Ada', 'ada', 'a@a', 'admin', 0), ('her', 2, 'Grace', 'grace', 'g@a', 'member', 0);
    INSERT INTO key_policies (scope, policy, changed_at) VALUES ('user', '{"maximumLifetimeDays":3,"idleDays":null}', 0);`);
  addKey(database, 'mine', 'me');
  addKey(database, 'hers', 'her');
  return database;
}

function addKey(database: DatabaseSync, id: string, creatorId: string): void {
  database
    .prepare(
      `INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at) VALUES (?, 's', ?, ?, ?, '', 0)`,
    )
    .run(id, creatorId, id, id);
}

function endsOf(database: DatabaseSync): Record<string, unknown> {
  const rows = database.prepare('SELECT id, ends_at FROM api_keys').all();
  return Object.fromEntries(rows.map((row) => [String(row['id']), row['ends_at']]));
}

it('gives the keys that are there the end that the policies give them', () => {
  const database = olderLedger();
  migrate(database, MIGRATIONS, noBackup);
  expect(endsOf(database)).toEqual({ mine: 3 * DAY_MS, hers: null });
});

it('keeps the end of a key true, whatever changes it', () => {
  const database = olderLedger();
  migrate(database, MIGRATIONS, noBackup);
  const after = (sql: string) => {
    database.exec(sql);
    return endsOf(database);
  };
  addKey(database, 'new', 'me');
  expect(endsOf(database)).toMatchObject({ new: 3 * DAY_MS });
  expect(after("UPDATE api_keys SET expires_at = 5 WHERE id = 'hers'")).toMatchObject({ hers: 5 });
  expect(after(`UPDATE api_keys SET regenerated_at = ${String(DAY_MS)} WHERE id = 'mine'`)).toMatchObject({
    mine: 4 * DAY_MS,
    new: 3 * DAY_MS,
  });
  const idle = `INSERT INTO key_policies (scope, policy, changed_at) VALUES
    ('team', '{"maximumLifetimeDays":null,"idleDays":1,"isUserPolicyAllowed":true}', 0)`;
  expect(after(idle)).toEqual({ mine: 2 * DAY_MS, hers: 5, new: DAY_MS });
  expect(after(`UPDATE api_keys SET last_used_at = ${String(DAY_MS)} WHERE id = 'new'`)).toMatchObject({
    new: 2 * DAY_MS,
  });
  const noIdle = `UPDATE key_policies SET policy = '{"idleDays":null,"isUserPolicyAllowed":false}' WHERE scope = 'team'`;
  expect(after(noIdle)).toEqual({ mine: null, hers: 5, new: null });
  expect(after("DELETE FROM key_policies WHERE scope = 'team'")).toEqual({
    mine: 4 * DAY_MS,
    hers: 5,
    new: 3 * DAY_MS,
  });
});

it('counts the policy of a person for their keys once the ledger knows them', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, MIGRATIONS, noBackup);
  database.exec(`
    INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at) VALUES ('s', 'custom', '', '', '', '[]', 0);
    INSERT INTO key_policies (scope, policy, changed_at) VALUES ('user', '{"maximumLifetimeDays":3}', 0);`);
  addKey(database, 'mine', 'me');
  expect(endsOf(database)).toEqual({ mine: null });
  database.exec(`INSERT INTO members (id, numeric_id, name, username, email, role, created_at)
    VALUES ('me', 1, 'Ada', 'ada', 'a@a', 'admin', 0)`);
  expect(endsOf(database)).toEqual({ mine: 3 * DAY_MS });
});

it.each([
  ["INSERT INTO activity VALUES (-1, 1, 'k', 'K', 'sent', '{}')"],
  ["INSERT OR REPLACE INTO activity VALUES (-1, 1, 'k', 'K', 'sent', '{}')"],
  ["INSERT INTO activity VALUES (1, 1, 'k', 'K', 'sent', '{}')"],
  ["INSERT OR IGNORE INTO activity VALUES (0, 1, 'k', 'K', 'sent', '{}')"],
])('takes no entry of the activity that names its id: %s', (sql) => {
  const database = new DatabaseSync(':memory:');
  migrate(database, MIGRATIONS, noBackup);
  expect(() => {
    database.exec(sql);
  }).toThrow('append-only');
  expect(database.prepare('SELECT count(*) AS entries FROM activity').get()).toEqual({ entries: 0 });
});
