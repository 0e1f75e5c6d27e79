import { describe, expect, it } from 'vitest';
import { createHistory } from '../../electron/requests/history.ts';
import { diskRig } from '../integration/keys/disk-rig.ts';
import { holds } from '../support/holds.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { valueOf } from '../support/results.ts';

/** Processor time of the best of five runs, in milliseconds: what the work costs, whatever else this computer does. */
function cpuMsOf(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('100,000 entries of the history', () => {
  it('are paged and searched quickly', holds('limits.history'), () => {
    const ledger = memoryLedger();
    ledger.transaction(() => {
      for (let index = 0; index < 100_000; index += 1) {
        const url = `https://api.example.com/items/${String(index)}?page=1`;
        ledger.run(
          `INSERT INTO history (id, at, method, url, status, error_code, api_key_id, api_key_name, duration_ms, body_bytes, search_text)
           VALUES (?, ?, 'GET', ?, 200, NULL, NULL, 'CI key', 12, 34, lower('GET ' || ? || ' 200 CI key'))`,
          [`entry-${String(index).padStart(8, '0')}`, index, url, url],
        );
      }
    });
    const history = createHistory({ ledger, publish: () => undefined });
    const list = (before: number | null, search: string) =>
      valueOf(history.list({ limit: 100, before, search })).entries;

    expect(list(null, '').length).toBe(100);
    expect(list(null, 'items/99999').length).toBe(1);
    expect(cpuMsOf(() => list(null, ''))).toBeLessThan(30);
    expect(cpuMsOf(() => list(50_000, ''))).toBeLessThan(30);
    // The search reads every row when only the oldest one fits.
    expect(cpuMsOf(() => list(null, 'items/0?'))).toBeLessThan(500);
    ledger.close();
  });
});

describe('listing 10,000 keys', () => {
  it(
    'opens no secret, and the keychain was read once for the start',
    holds('confinement.listing'),
    async () => {
      const rig = diskRig();
      try {
        const first = await rig.start();
        await first.generate();
        first.ledger.close();
        rig.keychain.calls.length = 0;

        const app = await rig.start();
        let opened = 0;
        const unseal = app.vault.unseal.bind(app.vault);
        Object.assign(app.vault, {
          unseal: (...sealed: Parameters<typeof unseal>) => {
            opened += 1;
            return unseal(...sealed);
          },
        });
        app.ledger.transaction(() => {
          for (let index = 0; index < 10_000; index += 1) {
            const id = `key-${String(index)}`;
            app.ledger.run(
              `INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at)
             VALUES (?, 'local', ?, ?, ?, 'kfak_••••••••abcd', ?)`,
              [id, app.member.id, `Key ${String(index)}`, `key ${String(index)}`, index],
            );
            app.ledger.run('INSERT INTO sealed_secrets (api_key_id, version, sealed) VALUES (?, 1, ?)', [
              id,
              new Uint8Array(90),
            ]);
          }
        });

        expect(app.keys.list()).toHaveLength(10_001);
        expect(app.keys.countAttention()).toBe(0);
        expect(opened).toBe(0);
        expect(rig.keychain.calls).toEqual(['read']);
        // The counter counts: a copy opens one.
        await app.copier.copy(app.keys.list()[0]?.id ?? '', 'tray');
        expect(opened).toBe(1);
      } finally {
        rig.remove();
      }
    },
  );
});
