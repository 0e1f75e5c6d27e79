import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createLedgerHost } from '../../../electron/keys/ledger/ledger-host.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import {
  inMemoryKeychain,
  manualClock,
  recordingLogger,
  seededRandom,
} from '../../support/in-memory-ports.ts';
import { holds } from '../../support/holds.ts';

const KEYS = 10_000;

describe('a ledger of 10,000 keys', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it('opens in less than two seconds, with its vault', holds('limits.many-keys'), async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kf-many-'));
    folders.push(folder);
    const clock = manualClock(Date.now());
    const logger = recordingLogger();
    const options = { path: join(folder, 'keyfob.db'), clock, logger };
    const first = createLedgerHost(options);
    const keychain = inMemoryKeychain();
    const vaultParts = { keychain, random: seededRandom(), clock, logger };
    const vault = createVault({ ...vaultParts, ledger: first.ledger });
    await vault.prepare();
    first.ledger.transaction(() => {
      first.ledger.run(
        `INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at)
         VALUES ('service', 'custom', '', '', '', '[]', 0)`,
      );
      for (let index = 0; index < KEYS; index += 1) {
        const apiKeyId = `00000000-0000-4000-a000-${String(index).padStart(12, '0')}`;
        first.ledger.run(
          `INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at)
           VALUES (?, 'service', 'me', ?, ?, 'kfak_••••••••abcd', 0)`,
          [apiKeyId, `Key number ${String(index)}`, `key number ${String(index)}`],
        );
        first.ledger.run('INSERT INTO sealed_secrets (api_key_id, version, sealed) VALUES (?, 1, ?)', [
          apiKeyId,
          vault.seal('x'.repeat(60), { apiKeyId, version: 1 }),
        ]);
      }
    });
    const ending = performance.now();
    first.close();
    const ended = performance.now();

    const second = createLedgerHost(options);
    const openedAt = performance.now();
    const state = await createVault({ ...vaultParts, ledger: second.ledger }).open();
    const unlockedAt = performance.now();
    const count = second.ledger.get('SELECT count(*) AS keys FROM sealed_secrets')?.['keys'];
    second.close();

    console.log(
      `close with backup ${(ended - ending).toFixed(0)} ms, open ${(openedAt - ended).toFixed(0)} ms, ` +
        `unlock ${(unlockedAt - openedAt).toFixed(1)} ms`,
    );
    expect(count).toBe(KEYS);
    expect(state).toEqual({ kind: 'unlocked', holder: 'keychain' });
    expect(unlockedAt - ended).toBeLessThan(2_000);
  });
});
