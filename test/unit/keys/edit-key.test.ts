import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

describe('renaming a key', () => {
  it('changes the name and records both', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    expect(valueOf(bench.keys.rename({ id, name: 'Build server' })).name).toBe('Build server');
    expect(listActivityOf(bench.ledger, id).at(-1)).toMatchObject({
      apiKeyName: 'Build server',
      event: { kind: 'renamed', from: 'CI key', to: 'Build server' },
    });
  });

  it('may change the case of its own name, and frees the old one', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate({ name: 'ci key' });
    expect(valueOf(bench.keys.rename({ id, name: 'CI key' })).name).toBe('CI key');
    valueOf(bench.keys.rename({ id, name: 'Other' }));
    expect((await bench.generate({ name: 'ci key' })).name).toBe('ci key');
  });

  it('refuses the name of another key and changes nothing', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    await bench.generate({ name: 'Other' });
    expect(errorOf(bench.keys.rename({ id, name: 'OTHER' }))).toMatchObject({
      code: 'name-taken',
      field: 'name',
    });
    expect(bench.keys.list().map(({ name }) => name)).toContain('CI key');
  });
});

describe('setting the expiration of a key', () => {
  it('sets it, takes it away, and refuses one that has passed', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    const expiry = { kind: 'after-days', days: 7 } as const;
    const expected = bench.clock.now() + 7 * DAY_MS;
    expect(valueOf(bench.keys.setExpiration({ id, expiry })).expiresAt).toBe(expected);
    const past = { kind: 'at', at: bench.clock.now() } as const;
    expect(errorOf(bench.keys.setExpiration({ id, expiry: past }))).toMatchObject({
      code: 'invalid-input',
      field: 'expiry',
    });
    expect(bench.keys.list()[0]?.expiresAt).toBe(expected);
    expect(valueOf(bench.keys.setExpiration({ id, expiry: { kind: 'never' } })).expiresAt).toBeNull();
  });
});

describe('the switches of a key', () => {
  it('makes one key the default in place of the other', async () => {
    const bench = memoryKeysBench();
    const first = await bench.generate({ name: 'first' });
    const second = await bench.generate({ name: 'second' });
    expect(valueOf(bench.keys.makeDefault(second.id)).isDefault).toBe(true);
    expect(bench.keys.list().filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect(bench.signingKeys.findKey(first.id)?.isDefault).toBe(false);
  });

  it('disables and enables, for the server too, and records each once', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    const secret = bench.secretOf(id);
    valueOf(bench.keys.setDisabled({ id, isDisabled: true }));
    valueOf(bench.keys.setDisabled({ id, isDisabled: true }));
    expect(bench.stateAtServer(secret)).toBe('disabled');
    valueOf(bench.keys.setDisabled({ id, isDisabled: false }));
    expect(bench.stateAtServer(secret)).toBe('works');
    const kinds = listActivityOf(bench.ledger, id).map(({ event }) => event.kind);
    expect(kinds).toEqual(['generated', 'disabled', 'enabled']);
  });

  it('guards and unguards', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    expect(valueOf(bench.keys.setReadOnly({ id, isReadOnly: true })).isReadOnly).toBe(true);
    expect(valueOf(bench.keys.setReadOnly({ id, isReadOnly: false })).isReadOnly).toBe(false);
  });
});

describe('every change of a key', () => {
  const changes = {
    rename: (bench: ReturnType<typeof memoryKeysBench>, id: string) =>
      bench.keys.rename({ id, name: 'New name' }),
    setExpiration: (bench: ReturnType<typeof memoryKeysBench>, id: string) =>
      bench.keys.setExpiration({ id, expiry: { kind: 'after-days', days: 1 } }),
    makeDefault: (bench: ReturnType<typeof memoryKeysBench>, id: string) => bench.keys.makeDefault(id),
    setDisabled: (bench: ReturnType<typeof memoryKeysBench>, id: string) =>
      bench.keys.setDisabled({ id, isDisabled: true }),
    setReadOnly: (bench: ReturnType<typeof memoryKeysBench>, id: string) =>
      bench.keys.setReadOnly({ id, isReadOnly: true }),
    regenerate: (bench: ReturnType<typeof memoryKeysBench>, id: string) =>
      bench.keys.regenerate({ id, grace: 'now' }),
    remove: (bench: ReturnType<typeof memoryKeysBench>, id: string) => bench.keys.remove(id),
  };

  describe.each(Object.entries(changes))('%s', (_, change) => {
    const twoKeys = async () => {
      const bench = memoryKeysBench();
      await bench.generate({ name: 'first' });
      return { bench, id: (await bench.generate({ name: 'second' })).id };
    };

    it('answers not-found for a key that was deleted or never was', async () => {
      const { bench, id } = await twoKeys();
      valueOf(bench.keys.remove(id));
      expect(errorOf(await change(bench, id)).code).toBe('not-found');
      expect(errorOf(await change(bench, 'never')).code).toBe('not-found');
    });

    it.each([0, 1, 2])(
      'changes nothing and tells nobody when the disk refuses after %d writes',
      async (writes) => {
        const { bench, id } = await twoKeys();
        const state = () => [
          bench.keys.list(),
          bench.secretOf(id),
          ...['activity', 'issued_secrets'].map((table) => bench.ledger.all(`SELECT * FROM ${table}`)),
        ];
        const before = state();
        bench.published.length = 0;
        bench.ledger.writesUntilFull = writes;
        const result = await change(bench, id);
        // A small change is complete before the disk is full.
        if (result.ok) {
          expect(writes).toBeGreaterThan(1);
          return;
        }
        expect(result.error.code).toBe('ledger-write-failed');
        bench.ledger.writesUntilFull = Infinity;
        expect(state()).toEqual(before);
        expect(bench.published).toEqual([]);
      },
    );

    it('is recorded and told once', async () => {
      const { bench, id } = await twoKeys();
      bench.published.length = 0;
      valueOf<unknown>(await change(bench, id));
      expect(bench.published).toEqual(['keys.changed']);
      expect(listActivityOf(bench.ledger, id)).toHaveLength(2);
    });
  });
});
