import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_TEAM } from '../../../../electron/keys/ledger/schema-team.ts';

/** A ledger from before the team, with a key of `me` that lives and one that was deleted. */
function ledgerFromBefore(): DatabaseSync {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(database, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_TEAM)), () => undefined);
  database.exec(`
    INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at) VALUES ('local', 'local', '', '', '', '[]', 0);
    INSERT INTO members (id, numeric_id, name, username, email, role, created_at) VALUES ('me', 1, 'Ada', 'ada', 'a@b', 'admin', 5);
    INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at) VALUES ('living', 'local', 'me', 'CI', 'ci', '••••', 0);
    INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at, revoked_at) VALUES ('deleted', 'local', 'me', 'CI', 'ci', '••••', 0, 9);
    INSERT INTO issued_secrets (public_id, api_key_id, digest, issued_at) VALUES ('public', 'living', x'0102', 0);
  `);
  return database;
}

describe('the step to the team', () => {
  it('keeps what is there, and says of deleted keys that their creator deleted them', () => {
    const database = ledgerFromBefore();
    const steps: number[] = [];
    migrate(database, MIGRATIONS, (from) => steps.push(from));
    expect(steps[0]).toBe(MIGRATIONS.indexOf(SCHEMA_TEAM));
    expect(database.prepare('SELECT id, revoked_reason FROM api_keys ORDER BY id').all()).toEqual([
      { id: 'deleted', revoked_reason: 'by-creator' },
      { id: 'living', revoked_reason: null },
    ]);
    expect(database.prepare('SELECT removed_at FROM members').all()).toEqual([{ removed_at: null }]);
  });

  it('lets two members give their keys the same name, and one member not', () => {
    const database = ledgerFromBefore();
    migrate(database, MIGRATIONS, () => undefined);
    const insert = database.prepare(
      `INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at) VALUES (?, 'local', ?, 'CI', 'ci', '', 0)`,
    );
    expect(() => insert.run('hers', 'grace')).not.toThrow();
    expect(() => insert.run('again', 'me')).toThrow(/UNIQUE/);
  });

  it('keeps the digest of every issued secret that goes, whoever deletes it', () => {
    const database = ledgerFromBefore();
    migrate(database, MIGRATIONS, () => undefined);
    database.exec("DELETE FROM issued_secrets WHERE api_key_id = 'living'");
    expect(database.prepare('SELECT public_id, api_key_id FROM retired_digests').all()).toEqual([
      { public_id: 'public', api_key_id: 'living' },
    ]);
  });
});
