import { describe, expect, it } from 'vitest';
import { appError } from '../../../shared/domain/app-error.ts';
import { DAY_MS, HOUR_MS, type GraceChoice } from '../../../shared/domain/expiry.ts';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { watchExpiry } from '../../../electron/keys/expiry-watch.ts';
import { aServiceDraft, START } from '../../support/builders.ts';
import { inMemoryClipboard } from '../../support/in-memory-ports.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { holds } from '../../support/holds.ts';

/** A bench with one key of the Local API, and a way to regenerate it that answers the new value. */
async function aKey() {
  const bench = memoryKeysBench();
  const { id } = await bench.generate();
  const regenerate = async (grace: GraceChoice): Promise<string> => {
    valueOf(await bench.keys.regenerate({ id, grace }));
    return bench.secretOf(id);
  };
  return { bench, id, first: bench.secretOf(id), regenerate };
}

describe('regenerating a key of the Local API', () => {
  it('gives it another secret and mask at once, under the same id and name', async () => {
    const { bench, id, first } = await aKey();
    bench.clock.advance(1000);
    const apiKey = valueOf(await bench.keys.regenerate({ id, grace: 'now' }));
    const secret = bench.secretOf(id);
    expect(secret).not.toBe(first);
    expect(apiKey).toMatchObject({
      id,
      name: 'CI key',
      mask: `kfak_••••••••${secret.slice(-4)}`,
      createdAt: START,
      regeneratedAt: START + 1000,
      graceEndsAt: null,
    });
    expect(listActivityOf(bench.ledger, id).at(-1)?.event).toEqual({ kind: 'regenerated', grace: 'now' });
  });

  it.each([
    ['1h', HOUR_MS],
    ['24h', DAY_MS],
    ['7d', 7 * DAY_MS],
  ] as const)('lets the old secret work for %s, and not a millisecond longer', async (grace, duration) => {
    const { bench, id, first, regenerate } = await aKey();
    const second = await regenerate(grace);
    expect(bench.keys.list()[0]?.graceEndsAt).toBe(START + duration);
    bench.clock.advance(duration - 1);
    expect([first, second].map(bench.stateAtServer)).toEqual(['works', 'works']);
    bench.clock.advance(1);
    expect([first, second].map(bench.stateAtServer)).toEqual(['grace-ended', 'works']);
    expect(bench.signingKeys.findKey(id)?.graceEndsAt).toBeNull();
  });

  it('ends the old secret at once without a grace, also when the clock goes back', async () => {
    const { bench, id, first } = await aKey();
    valueOf(await bench.keys.regenerate({ id, grace: 'now' }));
    // Before anything could look at the key and see that the old secret has ended.
    bench.clock.setNow(START - DAY_MS);
    expect([first, bench.secretOf(id)].map(bench.stateAtServer)).toEqual(['grace-ended', 'works']);
  });

  it.each(['list', 'watch'] as const)(
    'does not start a grace again that only the %s saw end',
    async (witness) => {
      const { bench, id, first } = await aKey();
      valueOf(await bench.keys.regenerate({ id, grace: '1h' }));
      bench.clock.setNow(START + HOUR_MS);
      if (witness === 'list') bench.keys.list();
      else watchExpiry(bench)();
      bench.clock.setNow(START);
      expect(bench.stateAtServer(first)).toBe('grace-ended');
    },
  );

  it('does not start a grace again that was seen to end, when the clock goes back', async () => {
    const { bench, first, regenerate } = await aKey();
    await regenerate('1h');
    bench.clock.advance(HOUR_MS);
    expect(bench.stateAtServer(first)).toBe('grace-ended');
    bench.clock.setNow(START);
    expect(bench.stateAtServer(first)).toBe('grace-ended');
    expect(bench.keys.list()[0]?.graceEndsAt).toBeNull();
  });

  it('lets two secrets work at a time: the oldest ends when a second grace begins', async () => {
    const { bench, first, regenerate } = await aKey();
    const second = await regenerate('24h');
    const third = await regenerate('1h');
    expect([first, second, third].map(bench.stateAtServer)).toEqual([null, 'works', 'works']);
    expect(bench.keys.list()[0]?.graceEndsAt).toBe(START + HOUR_MS);
  });

  it('ends every old secret when it is regenerated without a grace during one', async () => {
    const { bench, first, regenerate } = await aKey();
    const second = await regenerate('24h');
    const third = await regenerate('now');
    expect([first, second].map(bench.stateAtServer)).not.toContain('works');
    expect(bench.stateAtServer(third)).toBe('works');
  });

  it('keeps one sealed secret of it, with the next version, and scrubs the old one', async () => {
    const { bench, id, regenerate } = await aKey();
    await regenerate('7d');
    await regenerate('7d');
    expect(bench.ledger.all('SELECT api_key_id, version FROM sealed_secrets')).toEqual([
      { api_key_id: id, version: 3 },
    ]);
    expect(bench.ledger.scrubs).toBe(2);
  });

  it('keeps its expiry, its switches and its place as default', async () => {
    const { bench, id } = await aKey();
    valueOf(bench.keys.setExpiration({ id, expiry: { kind: 'after-days', days: 7 } }));
    const before = valueOf(bench.keys.setReadOnly({ id, isReadOnly: true }));
    const after = valueOf(await bench.keys.regenerate({ id, grace: 'now' }));
    expect(after).toEqual({ ...before, mask: after.mask, regeneratedAt: START });
  });

  it('refuses an expired key, whose new secret would not work either', async () => {
    const { bench, id, first } = await aKey();
    valueOf(bench.keys.setExpiration({ id, expiry: { kind: 'at', at: START + 1 } }));
    bench.clock.advance(1);
    expect(errorOf(await bench.keys.regenerate({ id, grace: 'now' })).code).toBe('key-expired');
    expect(bench.stateAtServer(first)).toBe('expired');
  });

  it('leaves the old secret alone when the vault cannot seal the new one', async () => {
    const { bench, id, first } = await aKey();
    bench.vault.failure = appError('vault-unreadable');
    expect(errorOf(await bench.keys.regenerate({ id, grace: 'now' })).code).toBe('vault-unreadable');
    bench.vault.failure = null;
    expect(bench.secretOf(id)).toBe(first);
    expect(bench.stateAtServer(first)).toBe('works');
  });

  it('keeps at most two secrets when it is regenerated many times at once', async () => {
    const { bench, id } = await aKey();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => bench.keys.regenerate({ id, grace: '1h' })),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    expect(bench.ledger.all('SELECT 1 FROM issued_secrets')).toHaveLength(2);
    expect(bench.stateAtServer(bench.secretOf(id))).toBe('works');
    expect(valueOf(bench.keys.reveal(id)).secret).toBe(bench.secretOf(id));
  });
});

describe('regenerating other keys', () => {
  it('makes a new secret for a custom service, without a grace that its server would not know of', async () => {
    const bench = memoryKeysBench();
    const service = valueOf(bench.services.create(aServiceDraft()));
    const { id } = await bench.generate({ serviceId: service.id });
    const first = bench.secretOf(id);
    const apiKey = valueOf(await bench.keys.regenerate({ id, grace: '7d' }));
    expect(apiKey.graceEndsAt).toBeNull();
    expect(bench.secretOf(id)).toMatch(/^key_[0-9A-Za-z]{40}$/);
    expect(bench.secretOf(id)).not.toBe(first);
    expect(listActivityOf(bench.ledger, id).at(-1)?.event).toEqual({ kind: 'regenerated', grace: 'now' });
  });

  it.each(['postman', 'local'])('cannot regenerate a pasted key of %s', async (serviceId) => {
    const bench = memoryKeysBench();
    bench.clipboard.formats = inMemoryClipboard('pasted-key-0123456789').formats;
    const { token } = valueOf(await bench.keys.stagePaste());
    const input = { token, serviceId, name: 'Pasted', expiry: { kind: 'never' } } as const;
    const { id } = valueOf(await bench.keys.addStaged(input));
    expect(errorOf(await bench.keys.regenerate({ id, grace: 'now' })).code).toBe('cannot-regenerate');
    expect(bench.secretOf(id)).toBe('pasted-key-0123456789');
  });
});

describe('both secrets of a key', () => {
  it('are told apart by their masks while both work', async () => {
    const { bench, id, first, regenerate } = await aKey();
    const second = await regenerate({ kind: 'hours', hours: 5 });
    const masks = { mask: second.slice(-4), previousMask: first.slice(-4) };
    expect(bench.keys.list()[0]).toMatchObject({
      mask: `kfak_••••••••${masks.mask}`,
      previousMask: `kfak_••••••••${masks.previousMask}`,
      graceEndsAt: START + 5 * HOUR_MS,
    });
    bench.clock.advance(5 * HOUR_MS);
    expect(bench.signingKeys.findKey(id)).toMatchObject({ previousMask: null, graceEndsAt: null });
  });

  it('work for a grace of one’s own of up to 30 days', async () => {
    const { bench, first, regenerate } = await aKey();
    await regenerate({ kind: 'days', days: 30 });
    bench.clock.advance(30 * DAY_MS - 1);
    expect(bench.stateAtServer(first)).toBe('works');
    bench.clock.advance(1);
    expect(bench.stateAtServer(first)).toBe('grace-ended');
  });

  it('are one again when the grace is ended before its time, also when the clock goes back', async () => {
    const { bench, id, first, regenerate } = await aKey();
    const second = await regenerate('7d');
    const apiKey = valueOf(bench.keys.endGrace(id));
    expect(apiKey).toMatchObject({ graceEndsAt: null, previousMask: null });
    bench.clock.setNow(START - DAY_MS);
    expect([first, second].map(bench.stateAtServer)).toEqual(['grace-ended', 'works']);
    expect(listActivityOf(bench.ledger, id).at(-1)?.event).toEqual({ kind: 'grace-ended' });
    const count = listActivityOf(bench.ledger, id).length;
    valueOf(bench.keys.endGrace(id));
    expect(listActivityOf(bench.ledger, id)).toHaveLength(count);
  });

  it('do not outlive the maximum lifetime of the first', async () => {
    const { bench, first, regenerate } = await aKey();
    const user = { defaultLifetimeDays: null, maximumLifetimeDays: 90, idleDays: null };
    valueOf(bench.policies.set({ user, team: null }));
    bench.clock.advance(89 * DAY_MS);
    const second = await regenerate({ kind: 'days', days: 30 });
    bench.clock.advance(DAY_MS);
    expect([first, second].map(bench.stateAtServer)).toEqual(['grace-ended', 'works']);
  });
});

describe('a key that was exposed', () => {
  it('is dead at once, with every older secret that is in a grace', holds('issue.exposed'), async () => {
    const { bench, id, first, regenerate } = await aKey();
    const second = await regenerate('7d');
    const apiKey = valueOf(await bench.keys.regenerateExposed(id));
    expect(apiKey).toMatchObject({ graceEndsAt: null, previousMask: null });
    const third = valueOf(bench.keys.reveal(id)).secret;
    expect([first, second].map(bench.stateAtServer)).not.toContain('works');
    expect(bench.stateAtServer(third)).toBe('works');
    expect(listActivityOf(bench.ledger, id).map(({ event }) => event.kind)).toContain('exposed');
  });

  it('shows where its present value went, and nothing of the value before', async () => {
    const { bench, id, regenerate } = await aKey();
    const send = (origin: string) =>
      bench.signingKeys.recordSent({ apiKeyId: id, method: 'GET', origin, status: 200 });
    send('https://before.example');
    bench.clock.advance(1000);
    await regenerate('now');
    bench.clock.advance(1000);
    send('https://a.example');
    send('https://a.example');
    bench.clock.advance(1000);
    send('https://b.example');
    valueOf(await bench.copier.copy(id, 'tray'));
    expect(valueOf(bench.keys.exposure(id))).toEqual({
      since: START + 1000,
      origins: [
        { origin: 'https://b.example', count: 1, lastAt: START + 3000 },
        { origin: 'https://a.example', count: 2, lastAt: START + 2000 },
      ],
      copies: { count: 1, lastAt: START + 3000 },
      reveals: { count: 0, lastAt: null },
    });
    expect(errorOf(bench.keys.exposure('gone')).code).toBe('not-found');
  });
});
