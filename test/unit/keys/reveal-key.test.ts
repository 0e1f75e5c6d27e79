import { describe, expect, it } from 'vitest';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { holds } from '../../support/holds.ts';

describe('the one reveal', () => {
  it('gives the value once and records it', holds('confinement.one-reveal'), async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    expect(valueOf(bench.keys.reveal(id)).secret).toBe(bench.secretOf(id));
    expect(errorOf(bench.keys.reveal(id)).code).toBe('already-revealed');
    expect(listActivityOf(bench.ledger, id).map(({ event }) => event.kind)).toEqual([
      'generated',
      'revealed',
    ]);
  });

  it('gives the new value once after a regenerate, never the old one', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    const old = bench.secretOf(id);
    valueOf(await bench.keys.regenerate({ id, grace: '1h' }));
    const { secret } = valueOf(bench.keys.reveal(id));
    expect(secret).toBe(bench.secretOf(id));
    expect(secret).not.toBe(old);
    expect(errorOf(bench.keys.reveal(id)).code).toBe('already-revealed');
  });

  it('is forgotten after five minutes', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    bench.clock.advance(5 * 60_000);
    expect(errorOf(bench.keys.reveal(id)).code).toBe('already-revealed');
    expect(bench.clock.pendingTimers()).toBe(0);
  });

  it('is forgotten when the computer slept through the five minutes', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    bench.clock.setNow(bench.clock.now() + 5 * 60_000);
    expect(errorOf(bench.keys.reveal(id)).code).toBe('already-revealed');
  });

  it('is forgotten at lock and quit, with its timers', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    bench.keys.forgetHeldSecrets();
    expect(errorOf(bench.keys.reveal(id)).code).toBe('already-revealed');
    expect(bench.clock.pendingTimers()).toBe(0);
  });

  it('is gone with the key', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    valueOf(bench.keys.remove(id));
    expect(errorOf(bench.keys.reveal(id)).code).toBe('not-found');
  });

  it('shows nothing while the disk refuses to record it, and can be asked again', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    bench.ledger.writesUntilFull = 0;
    expect(errorOf(bench.keys.reveal(id)).code).toBe('ledger-write-failed');
    bench.ledger.writesUntilFull = Infinity;
    expect(valueOf(bench.keys.reveal(id)).secret).toBe(bench.secretOf(id));
  });

  it('is not offered for a pasted key', async () => {
    const bench = memoryKeysBench();
    await bench.clipboard.writeConcealed('pasted-key-0123456789');
    const { token } = valueOf(await bench.keys.stagePaste());
    const { id } = valueOf(
      await bench.keys.addStaged({
        token,
        name: 'pasted',
        serviceId: 'postman',
        expiry: { kind: 'never' },
      }),
    );
    expect(errorOf(bench.keys.reveal(id)).code).toBe('already-revealed');
  });
});
