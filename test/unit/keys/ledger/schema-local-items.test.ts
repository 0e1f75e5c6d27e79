import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_LOCAL_ITEMS } from '../../../../electron/keys/ledger/schema-local-items.ts';

/** A ledger as it was before, with a workspace, and two members of whom one has left. */
function ledgerBefore(): DatabaseSync {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(database, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_LOCAL_ITEMS)), () => undefined);
  database.exec(`
    INSERT INTO members VALUES ('ada', 11, 'Ada', 'ada', 'ada@localhost', 'admin', 1, NULL), ('grace', 12, 'Grace', 'g', 'g@x', 'member', 1, 5);
    INSERT INTO local_workspaces VALUES ('w', 'Mine', 'personal', 11, 1, 1);
    INSERT INTO local_collections VALUES ('c', '12-c', 'w', 12, 'Old', '{"item":[]}', 1, 1);
    INSERT INTO local_environments VALUES ('e', '11-e', 'w', 11, 'Old', '{"values":[]}', 1, 1);
    INSERT INTO collection_access_keys (id, public_id, digest, mask, collection_uid, creator_id, created_at, updated_at, expires_at)
    VALUES ('k1', 'p1', x'01', 'kfat_…', '12-c', 'ada', 1, 1, 9e12), ('k2', 'p2', x'02', 'kfat_…', '12-c', 'grace', 1, 1, 9e12);
  `);
  return database;
}

describe('the schema of items that are written', () => {
  it('keeps what is there, changed last by who made it', () => {
    const database = ledgerBefore();
    const steps: number[] = [];
    migrate(database, MIGRATIONS, (from) => steps.push(from));
    expect(steps[0]).toBe(MIGRATIONS.indexOf(SCHEMA_LOCAL_ITEMS));
    expect(
      database.prepare('SELECT uid, owner_id, updated_by, content FROM local_collections').get(),
    ).toMatchObject({ uid: '12-c', owner_id: 12, updated_by: 12, content: '{"item":[]}' });
    expect(database.prepare('SELECT updated_by FROM local_environments').get()).toMatchObject({
      updated_by: 11,
    });
  });

  it('ends the access keys of who had left, and no others', () => {
    const database = ledgerBefore();
    migrate(database, MIGRATIONS, () => undefined);
    const rows = database
      .prepare('SELECT id, expired_seen_at IS NOT NULL AS has_ended FROM collection_access_keys ORDER BY id')
      .all();
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { id: 'k1', has_ended: 0 },
      { id: 'k2', has_ended: 1 },
    ]);
  });
});
