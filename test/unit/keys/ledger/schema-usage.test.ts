import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_USAGE } from '../../../../electron/keys/ledger/schema-usage.ts';
import { localDay } from '../../../../electron/usage/local-day.ts';

/** A ledger from the version before, with a key and what was sent with it. */
function ledgerFromBefore(): DatabaseSync {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(database, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_USAGE)), () => undefined);
  database.exec(`
    INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at)
      VALUES ('w', 'custom', 'Weather', 'https://w.example', 'X-API-Key', '[]', 0);
    INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at)
      VALUES ('key', 'w', 'me', 'CI', 'ci', '••••', 0), ('gone', 'w', 'me', 'Old', 'old', '••••', 0);
    UPDATE api_keys SET revoked_at = 5 WHERE id = 'gone';
  `);
  return database;
}

interface Past {
  readonly at: number;
  readonly status: number | null;
  readonly apiKeyId?: string | null;
  readonly signing?: string | null;
  readonly record?: string;
}

function insertPast(database: DatabaseSync, past: readonly Past[]): void {
  const statement = database.prepare(
    `INSERT INTO history (id, at, method, url, status, error_code, api_key_id, api_key_name, duration_ms, body_bytes, record)
     VALUES (?, ?, 'GET', 'https://w.example/', ?, ?, ?, NULL, 1, 0, ?)`,
  );
  for (const [index, { at, status, apiKeyId = 'key', signing = 'sent', record }] of past.entries()) {
    const hops = signing === null ? [] : [{ signing: { kind: signing } }];
    statement.run(
      `past-${String(index)}`,
      at,
      status,
      status === null ? 'timed-out' : null,
      apiKeyId,
      record ?? JSON.stringify({ exchange: { hops } }),
    );
  }
}

function counts(database: DatabaseSync): readonly unknown[] {
  return database
    .prepare(
      'SELECT day, api_key_id, service_id, status_class, calls FROM usage_counts ORDER BY day, api_key_id, status_class',
    )
    .all()
    .map((row) => Object.values(row));
}

describe('the step to counted usage', () => {
  it('counts what the history holds, by local day, key and outcome', () => {
    const database = ledgerFromBefore();
    const day = Date.UTC(2026, 9, 5, 12);
    insertPast(database, [
      { at: day, status: 200 },
      { at: day + 1, status: 201 },
      { at: day + 2, status: 404 },
      { at: day + 3, status: null },
      { at: day + 4, status: 200, apiKeyId: 'gone' },
      { at: day + 5, status: 200, apiKeyId: null, signing: 'unsigned' },
      // Withheld: sent without the key, and not sent at all.
      { at: day + 6, status: 200, signing: 'withheld' },
      { at: day + 7, status: null, signing: 'withheld' },
      { at: day + 8, status: 200, apiKeyId: null, signing: null },
      { at: day + 9, status: 500, apiKeyId: null, record: 'not JSON' },
      { at: day + 86_400_000, status: 200 },
    ]);
    const steps: number[] = [];
    migrate(database, MIGRATIONS, (from) => steps.push(from));
    expect(steps[0]).toBe(MIGRATIONS.indexOf(SCHEMA_USAGE));
    expect(counts(database)).toEqual([
      [localDay(day), '', '', '2xx', 3],
      [localDay(day), '', '', '5xx', 1],
      [localDay(day), 'gone', 'w', '2xx', 1],
      [localDay(day), 'key', 'w', '2xx', 2],
      [localDay(day), 'key', 'w', '4xx', 1],
      [localDay(day), 'key', 'w', 'none', 1],
      [localDay(day + 86_400_000), 'key', 'w', '2xx', 1],
    ]);
  });

  it('counts the same local day as the app, on both sides of midnight', () => {
    const database = ledgerFromBefore();
    const midnight = new Date(2026, 6, 15).getTime();
    insertPast(database, [
      { at: midnight - 1, status: 200 },
      { at: midnight, status: 200 },
    ]);
    migrate(database, MIGRATIONS, () => undefined);
    expect(counts(database).map((row) => (row as unknown[])[0])).toEqual(['2026-07-14', '2026-07-15']);
    expect([localDay(midnight - 1), localDay(midnight)]).toEqual(['2026-07-14', '2026-07-15']);
  });

  it('forgets the limits of a key with a new secret', () => {
    const database = ledgerFromBefore();
    migrate(database, MIGRATIONS, () => undefined);
    database.exec(`
      INSERT INTO usage_limits VALUES ('w', 'key', 'month', '', NULL, 0, 10, 1, 9, NULL, 'headers', 1);
      INSERT INTO usage_accounts VALUES ('w', 'key', 1, 1);
    `);
    const left = () =>
      ['usage_limits', 'usage_accounts'].map(
        (table) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'],
      );
    database.exec(`UPDATE api_keys SET secret_version = 2 WHERE id = 'key'`);
    expect(left()).toEqual([0, 0]);
  });
});
