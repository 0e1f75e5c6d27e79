import { expect, test } from 'vitest';
import { listTeamApiKeyRecords } from '../../../../electron/keys/api-key-rows.ts';
import { MIGRATIONS } from '../../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_KEY_POLICIES } from '../../../../electron/keys/ledger/schema-key-policies.ts';
import { readPolicies } from '../../../../electron/keys/policy-rows.ts';
import { NO_POLICIES } from '../../../../shared/domain/key-policy.ts';
import { addKey, addService, useLedgerFolder } from './ledger-fixture.ts';

const ledgers = useLedgerFolder();

test('takes over the keys of a ledger from before policies: no rule ends them that did not before', () => {
  const place = ledgers.make();
  const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_KEY_POLICIES));
  const old = ledgers.open({ ...place.options, migrations: before });
  addService(old);
  for (const id of ['endless', 'ending', 'ended']) addKey(old, id);
  old.run("UPDATE api_keys SET expires_at = 5000 WHERE id = 'ending'");
  old.run("UPDATE api_keys SET expires_at = 10, expired_seen_at = 20 WHERE id = 'ended'");
  old.close();

  const ledger = ledgers.open(place.options);
  expect(readPolicies(ledger)).toEqual(NO_POLICIES);
  const ends = listTeamApiKeyRecords(ledger, 100).map(({ apiKey }) => [
    apiKey.id,
    { at: apiKey.expiresAt, by: apiKey.expiresBy?.kind ?? null, hasExpired: apiKey.hasExpired },
  ]);
  expect(Object.fromEntries(ends)).toEqual({
    endless: { at: null, by: null, hasExpired: false },
    ending: { at: 5000, by: 'own', hasExpired: false },
    ended: { at: 10, by: 'own', hasExpired: true },
  });
  expect(ledger.all('SELECT ends_at FROM api_keys ORDER BY id').map((row) => row['ends_at'])).toEqual([
    10,
    5000,
    null,
  ]);
});
