import { describe, expect, it } from 'vitest';
import { appError } from '../../../shared/domain/app-error.ts';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { START } from '../../support/builders.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

describe('the default key of a service', () => {
  it('is the one that is marked', async () => {
    const bench = memoryKeysBench();
    await bench.generate({ name: 'first' });
    const second = await bench.generate({ name: 'second' });
    valueOf(bench.keys.makeDefault(second.id));
    expect(bench.signingKeys.defaultKeyOf('local')?.id).toBe(second.id);
  });

  it('stays the marked one when that is disabled or expired: no other takes its place silently', async () => {
    const bench = memoryKeysBench();
    const first = await bench.generate({ name: 'first', expiry: { kind: 'at', at: START + 1 } });
    await bench.generate({ name: 'second' });
    valueOf(bench.keys.setDisabled({ id: first.id, isDisabled: true }));
    bench.clock.advance(1);
    expect(bench.signingKeys.defaultKeyOf('local')?.id).toBe(first.id);
  });

  it('is the only usable key when none is marked', async () => {
    const bench = memoryKeysBench();
    const [first, second, third] = [
      await bench.generate({ name: 'first' }),
      await bench.generate({ name: 'second' }),
      await bench.generate({ name: 'third' }),
    ];
    valueOf(bench.keys.remove(first.id));
    expect(bench.signingKeys.defaultKeyOf('local')).toBeNull();
    valueOf(bench.keys.setDisabled({ id: second.id, isDisabled: true }));
    expect(bench.signingKeys.defaultKeyOf('local')?.id).toBe(third.id);
  });

  it('is not looked for in other services', async () => {
    const bench = memoryKeysBench();
    await bench.generate();
    expect(bench.signingKeys.defaultKeyOf('postman')).toBeNull();
  });
});

describe('opening a secret for the wire', () => {
  it.each(['vault-unreadable', 'secret-damaged'] as const)(
    'fails with the vault’s reason: %s',
    async (code) => {
      const bench = memoryKeysBench();
      const { id } = await bench.generate();
      bench.vault.failure = appError(code);
      expect(errorOf(bench.signingKeys.openSecret(id)).code).toBe(code);
    },
  );

  it('is refused for disabled keys and for those that do not exist', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    valueOf(bench.keys.setDisabled({ id, isDisabled: true }));
    expect(errorOf(bench.signingKeys.openSecret(id)).code).toBe('key-disabled');
    expect(errorOf(bench.signingKeys.openSecret('unknown')).code).toBe('not-found');
  });

  it('refuses the sealed secret of another key that was put in its place', async () => {
    const bench = memoryKeysBench();
    const first = await bench.generate({ name: 'first' });
    const second = await bench.generate({ name: 'second' });
    const swap =
      'UPDATE sealed_secrets SET sealed = (SELECT sealed FROM sealed_secrets WHERE api_key_id = ?)';
    bench.ledger.run(`${swap} WHERE api_key_id = ?`, [second.id, first.id]);
    expect(errorOf(bench.signingKeys.openSecret(first.id)).code).toBe('secret-damaged');
  });

  it('is never done for a list, however many keys there are', async () => {
    const bench = memoryKeysBench();
    await Promise.all(Array.from({ length: 50 }, (_, index) => bench.generate({ name: String(index) })));
    bench.keys.list();
    bench.services.list();
    bench.signingKeys.defaultKeyOf('local');
    expect(bench.vault.opened).toBe(0);
  });
});

describe('what became of a key', () => {
  const sent = { method: 'GET', origin: 'https://api.weather.example', status: 200 };

  it('is recorded when it was sent: time, origin and activity', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    bench.clock.advance(5_000);
    bench.published.length = 0;
    bench.signingKeys.recordSent({ apiKeyId: id, ...sent });
    expect(bench.signingKeys.findKey(id)?.lastUsed).toEqual({ at: START + 5_000, origin: sent.origin });
    expect(listActivityOf(bench.ledger, id).at(-1)?.event).toEqual({ kind: 'sent', ...sent });
    expect(bench.published).toEqual(['keys.changed']);
  });

  it('is recorded when it was withheld, which is no use of it', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    const withheld = { method: 'GET', origin: 'https://evil.example', reason: 'origin-not-bound' } as const;
    bench.signingKeys.recordWithheld({ apiKeyId: id, ...withheld });
    expect(bench.signingKeys.findKey(id)?.lastUsed).toBeNull();
    expect(listActivityOf(bench.ledger, id).at(-1)?.event).toEqual({ kind: 'withheld', ...withheld });
  });

  it('does not undo a request that was sent when the disk refuses', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    bench.ledger.writesUntilFull = 1;
    bench.signingKeys.recordSent({ apiKeyId: id, ...sent });
    expect(bench.signingKeys.findKey(id)?.lastUsed).toBeNull();
    expect(bench.logger.lines).toMatchObject([{ level: 'warn' }]);
  });

  it('is let go when the key was deleted meanwhile', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    valueOf(bench.keys.remove(id));
    bench.signingKeys.recordSent({ apiKeyId: id, ...sent });
    expect(listActivityOf(bench.ledger, id).at(-1)?.event.kind).toBe('deleted');
  });
});
