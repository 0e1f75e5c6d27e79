import { describe, expect, it } from 'vitest';
import { createRunSigningKeys } from '../../../electron/keys/run-signing-keys.ts';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { appError } from '../../../shared/domain/app-error.ts';
import { START } from '../../support/builders.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

function runBench() {
  const bench = memoryKeysBench();
  return { ...bench, run: createRunSigningKeys(bench, bench.signingKeys) };
}

describe('the keys of a run', () => {
  it('are read once as long as the ledger stays as it is', async () => {
    const bench = runBench();
    const { id } = await bench.generate();
    const first = bench.run.findKey(id);
    expect(bench.run.findKey(id)).toBe(first);
    expect(bench.run.defaultKeyOf('local')?.id).toBe(id);
    expect(bench.run.services()).toBe(bench.run.services());
  });

  it('are read anew after any change of the ledger', async () => {
    const bench = runBench();
    const { id } = await bench.generate();
    const before = valueOf(bench.run.openSecret(id));
    valueOf(bench.keys.setDisabled({ id, isDisabled: true }));
    expect(errorOf(bench.run.openSecret(id)).code).toBe('key-disabled');
    valueOf(bench.keys.setDisabled({ id, isDisabled: false }));
    valueOf(await bench.keys.regenerate({ id, grace: 'now' }));
    expect(valueOf(bench.run.openSecret(id))).not.toBe(before);
    valueOf(bench.keys.remove(id));
    expect(bench.run.findKey(id)).toBeNull();
  });

  it('end to the millisecond by the clock alone, and stay ended when it goes back', async () => {
    const bench = runBench();
    const { id } = await bench.generate({ expiry: { kind: 'at', at: START + 500 } });
    expect(bench.run.openSecret(id).ok).toBe(true);
    bench.clock.advance(500);
    expect(errorOf(bench.run.openSecret(id)).code).toBe('key-expired');
    bench.clock.setNow(START);
    expect(errorOf(bench.run.openSecret(id)).code).toBe('key-expired');
  });

  it('go nowhere from the moment that the Local API is elsewhere', () => {
    const bench = runBench();
    const origins = () => bench.run.services().find(({ id }) => id === 'local')?.origins;
    bench.services.setLocalOrigin('http://127.0.0.1:5362');
    expect(origins()).toEqual(['http://127.0.0.1:5362']);
    bench.services.setLocalOrigin(null);
    expect(origins()).toEqual([]);
  });

  it('are opened no more once the vault is', async () => {
    const bench = runBench();
    const { id } = await bench.generate();
    expect(bench.run.openSecret(id).ok).toBe(true);
    bench.vault.state = () => ({ kind: 'opening' });
    bench.vault.failure = appError('vault-unreadable');
    expect(bench.run.openSecret(id).ok).toBe(false);
  });

  it('write down their uses when they are told to, all at once', async () => {
    const bench = runBench();
    const { id } = await bench.generate();
    const use = { apiKeyId: id, method: 'GET', origin: 'http://127.0.0.1:5362' };
    const kinds = () => listActivityOf(bench.ledger, id).map(({ event }) => event.kind);
    bench.run.recordSent({ ...use, status: 200 });
    bench.clock.advance(5);
    bench.run.recordWithheld({ ...use, reason: 'key-read-only' });
    expect(kinds()).toEqual(['generated']);
    bench.run.flush();
    expect(kinds()).toEqual(['generated', 'sent', 'withheld']);
    expect(bench.signingKeys.findKey(id)?.lastUsed).toEqual({ at: START, origin: use.origin });
    bench.run.flush();
    expect(kinds()).toHaveLength(3);
  });
});
