import { describe, expect, it } from 'vitest';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

describe('deleting a key', () => {
  it('revokes it and every secret in a grace, and removes what was sealed', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    const first = bench.secretOf(id);
    valueOf(await bench.keys.regenerate({ id, grace: '7d' }));
    const second = bench.secretOf(id);
    bench.ledger.scrubs = 0;
    valueOf(bench.keys.remove(id));
    expect([first, second].map(bench.stateAtServer)).toEqual([null, null]);
    expect(bench.keys.list()).toEqual([]);
    expect(errorOf(bench.signingKeys.openSecret(id)).code).toBe('not-found');
    expect(bench.ledger.all('SELECT * FROM sealed_secrets')).toEqual([]);
    expect(bench.ledger.all('SELECT * FROM issued_secrets')).toEqual([]);
    expect(bench.ledger.scrubs).toBe(1);
  });

  it('keeps the record of it, and frees its name', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    valueOf(bench.keys.remove(id));
    expect(bench.ledger.get('SELECT name, revoked_at FROM api_keys WHERE id = ?', [id])).toEqual({
      name: 'CI key',
      revoked_at: bench.clock.now(),
    });
    expect(listActivityOf(bench.ledger, id).at(-1)?.event.kind).toBe('deleted');
    expect((await bench.generate({ name: 'CI key' })).name).toBe('CI key');
  });

  it('leaves the other keys as they are: none becomes the default by itself', async () => {
    const bench = memoryKeysBench();
    const first = await bench.generate({ name: 'first' });
    const others = [await bench.generate({ name: 'second' }), await bench.generate({ name: 'third' })];
    valueOf(bench.keys.remove(first.id));
    expect(bench.keys.list()).toEqual([...others].reverse());
    expect(bench.signingKeys.defaultKeyOf('local')).toBeNull();
  });

  it('makes the next first key the default again', async () => {
    const bench = memoryKeysBench();
    valueOf(bench.keys.remove((await bench.generate()).id));
    expect((await bench.generate()).isDefault).toBe(true);
  });
});
