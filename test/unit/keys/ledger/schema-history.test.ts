import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_HISTORY } from '../../../../electron/keys/ledger/schema-history.ts';

it('the step to a lean history keeps every entry with its record, searchable, and a deleted one takes its record', () => {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(database, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_HISTORY)), () => undefined);
  database.exec(`
    INSERT INTO history (id, at, method, url, status, api_key_name, duration_ms, body_bytes, record) VALUES
      ('one', 1, 'GET', 'https://api.test/One', 200, 'CI key', 1, 1, '{"a":1}'),
      ('two', 2, 'POST', 'https://api.test/two', NULL, NULL, 1, 1, '{"b":2}');
  `);
  migrate(database, MIGRATIONS, () => undefined);

  expect(database.prepare('SELECT id, search_text, is_pinned FROM history ORDER BY at').all()).toEqual([
    { id: 'one', search_text: 'get https://api.test/one 200 ci key', is_pinned: 0 },
    { id: 'two', search_text: 'post https://api.test/two  ', is_pinned: 0 },
  ]);
  database.exec("DELETE FROM history WHERE id = 'one'");
  expect(database.prepare('SELECT * FROM history_records').all()).toEqual([{ id: 'two', record: '{"b":2}' }]);
});
