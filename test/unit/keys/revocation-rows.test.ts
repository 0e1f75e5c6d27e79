import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insertApiKey } from '../../../electron/keys/api-key-rows.ts';
import { ensureFirstMember, firstMember } from '../../../electron/keys/member-rows.ts';
import { setAllRevoked, setRevoked } from '../../../electron/keys/revocation-rows.ts';
import { ensureBuiltInServices } from '../../../electron/keys/service-rows.ts';
import { seededRandom } from '../../support/in-memory-ports.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';

const TABLES = ['key_origins', 'key_verifications', 'profile_defaults', 'usage_limits', 'usage_accounts'];

function arrange() {
  const ledger = memoryLedger();
  ensureFirstMember(ledger, { userName: 'taylor', random: seededRandom(), now: 0 });
  ensureBuiltInServices(ledger, 0);
  const creatorId = firstMember(ledger)?.id ?? '';
  ledger.run("INSERT INTO profiles (id, name, name_key, created_at) VALUES ('work', 'Work', 'work', 0)");
  for (const [index, id] of ['a', 'b', 'c'].entries()) {
    insertApiKey(ledger, {
      ...{ id, name: id, serviceId: 'local', mask: '••••', createdAt: 0, expiresAt: null },
      ...{ creatorId, isDefault: false, isIssuedHere: true },
    });
    ledger.run("INSERT INTO key_origins VALUES (?, 'https://x.example', 0)", [id]);
    ledger.run("INSERT INTO key_verifications VALUES (?, 0, 'accepted', NULL)", [id]);
    const service = ['local', 'postman', 'postman-eu'][index] ?? '';
    ledger.run("INSERT INTO profile_defaults VALUES ('work', ?, ?)", [service, id]);
    ledger.run(
      "INSERT INTO usage_limits VALUES ('local', ?, 'month', '', NULL, 0, 10, 1, 9, NULL, 'headers', 1)",
      [id],
    );
    ledger.run("INSERT INTO usage_accounts VALUES ('local', ?, 1, 1)", [id]);
  }
  /** Of whom each table still has something. */
  const left = () =>
    TABLES.map((table) =>
      ledger
        .all(`SELECT api_key_id FROM ${table} ORDER BY api_key_id`)
        .map((row) => row['api_key_id'])
        .join(''),
    );
  return { ledger, left };
}

test('forgets what was kept of a key with its revocation, and nothing of another', () => {
  const { ledger, left } = arrange();
  setRevoked(ledger, 'b', { at: 9, reason: 'by-creator' });
  expect(left()).toEqual(TABLES.map(() => 'ac'));
});

test('forgets the same of many at once', () => {
  const { ledger, left } = arrange();
  const which = { sql: 'id <> ? AND revoked_at IS NULL', parameters: ['b'] };
  expect(setAllRevoked(ledger, which, { at: 9, reason: 'exposed' })).toBe(2);
  expect(left()).toEqual(TABLES.map(() => 'b'));
  expect(
    ledger
      .all('SELECT id, revoked_reason FROM api_keys WHERE revoked_at = 9 ORDER BY id')
      .map((row) => ({ ...row })),
  ).toEqual(['a', 'c'].map((id) => ({ id, revoked_reason: 'exposed' })));
});

test('writes down as dead for good what it revokes, and nothing that was revoked before', () => {
  const { ledger } = arrange();
  const dead = () =>
    ledger.all('SELECT id, dead_from FROM dead_keys ORDER BY seq').map((row) => ({ ...row }));
  setRevoked(ledger, 'b', { at: 9, reason: 'by-creator' });
  expect(dead()).toEqual([{ id: 'key:b', dead_from: 0 }]);
  setAllRevoked(ledger, { sql: 'id <> ? OR TRUE', parameters: ['c'] }, { at: 10, reason: 'by-admin' });
  expect(dead().map(({ id }) => id)).toEqual(['key:b', 'key:a', 'key:c']);
});

test('no other file revokes, as no trigger would forget the rest', () => {
  const root = join(import.meta.dirname, '../../../electron');
  const revoking = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') && /SET[^`;]*\brevoked_at = \?/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(revoking).toEqual([join('keys', 'revocation-rows.ts')]);
});
