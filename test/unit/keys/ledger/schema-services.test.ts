import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_SERVICES } from '../../../../electron/keys/ledger/schema-services.ts';
import { createSqliteLedger } from '../../../../electron/keys/ledger/sqlite-ledger.ts';
import { listApiKeyRecords } from '../../../../electron/keys/api-key-rows.ts';
import { listCustomServices } from '../../../../electron/keys/service-rows.ts';

/** A ledger from the version before, with a custom service and a key of it. */
function ledgerFromBefore(): DatabaseSync {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(database, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_SERVICES)), () => undefined);
  database.exec(`
    INSERT INTO members (id, numeric_id, name, username, email, role, created_at) VALUES ('me', 1, 'Ada', 'ada', 'a@b', 'admin', 5);
    INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at)
      VALUES ('w', 'custom', 'Weather', 'https://w.example', 'X-API-Key', '["https://w.example"]', 0);
    INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at) VALUES ('key', 'w', 'me', 'CI', 'ci', '••••', 0);
  `);
  return database;
}

describe('the step to services that verify keys', () => {
  it('keeps services and keys, with nothing to ask, nothing asked and no further origin', () => {
    const database = ledgerFromBefore();
    const steps: number[] = [];
    migrate(database, MIGRATIONS, (from) => steps.push(from));
    expect(steps[0]).toBe(MIGRATIONS.indexOf(SCHEMA_SERVICES));
    const ledger = createSqliteLedger(database);
    expect(listCustomServices(ledger)).toMatchObject([
      { id: 'w', name: 'Weather', checkUrl: null, keyPrefix: null, keyCount: 1 },
    ]);
    expect(listApiKeyRecords(ledger, 1)).toMatchObject([
      { apiKey: { id: 'key', extraOrigins: [], verification: null } },
    ]);
  });
});
