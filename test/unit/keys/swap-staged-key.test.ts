import { describe, expect, it } from 'vitest';
import { appError, failed } from '../../../shared/domain/app-error.ts';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import { POSTMAN_SERVICE_ID } from '../../../shared/domain/service.ts';
import { insertIssuedSecret } from '../../../electron/keys/issued-secret-rows.ts';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { START } from '../../support/builders.ts';
import { inMemoryClipboard } from '../../support/in-memory-ports.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const OLD = 'old-pasted-key-0123456789';
const NEW = 'new-pasted-key-9876543210';

async function stage(bench: ReturnType<typeof memoryKeysBench>, text: string): Promise<string> {
  bench.clipboard.formats = inMemoryClipboard(text).formats;
  return valueOf(await bench.keys.stagePaste()).token;
}

/** A bench with one key that was pasted for the Postman API. */
async function pasted() {
  const bench = memoryKeysBench();
  const token = await stage(bench, OLD);
  const input = { token, serviceId: POSTMAN_SERVICE_ID, name: 'Mine', expiry: { kind: 'never' } } as const;
  const { id } = valueOf(await bench.keys.addStaged(input));
  return { bench, id };
}
const sealedVersions = (bench: ReturnType<typeof memoryKeysBench>) =>
  bench.ledger.all('SELECT version FROM sealed_secrets ORDER BY version').map((row) => row['version']);

describe('swapping a pasted key for a new one', () => {
  it('takes the new one at once, and keeps the old one sealed until the person says that it is gone', async () => {
    const { bench, id } = await pasted();
    bench.clock.advance(1000);
    const token = await stage(bench, NEW);
    const apiKey = valueOf(await bench.keys.swapStaged({ id, token, reason: 'routine' }));
    expect(apiKey).toMatchObject({
      id,
      name: 'Mine',
      mask: 'new-••••••••3210',
      previousMask: 'old-••••••••6789',
      hasOldSecret: true,
      regeneratedAt: START + 1000,
    });
    expect(bench.secretOf(id)).toBe(NEW);
    expect(sealedVersions(bench)).toEqual([1, 2]);
    const forgotten = valueOf(bench.keys.forgetOld(id));
    expect(forgotten).toMatchObject({ hasOldSecret: false, previousMask: null });
    expect(sealedVersions(bench)).toEqual([2]);
    expect(bench.secretOf(id)).toBe(NEW);
    expect(listActivityOf(bench.ledger, id).map(({ event }) => event.kind)).toEqual([
      'added',
      'replaced',
      'old-key-forgotten',
    ]);
  });

  it('ends at once what the Local API accepted of an exposed one', async () => {
    const { bench, id } = await pasted();
    const issued = { publicId: 'restored', digest: new Uint8Array(32) };
    insertIssuedSecret(bench.ledger, { apiKeyId: id, issued, issuedAt: START });
    valueOf(await bench.keys.swapStaged({ id, token: await stage(bench, NEW), reason: 'exposed' }));
    expect(bench.ledger.all('SELECT public_id FROM issued_secrets')).toEqual([]);
  });

  it('keeps at most one old one', async () => {
    const { bench, id } = await pasted();
    for (const text of [NEW, 'third-pasted-key-555555'])
      valueOf(await bench.keys.swapStaged({ id, token: await stage(bench, text), reason: 'routine' }));
    expect(sealedVersions(bench)).toEqual([2, 3]);
    expect(bench.secretOf(id)).toBe('third-pasted-key-555555');
  });

  it('keeps nothing of one that was exposed', async () => {
    const { bench, id } = await pasted();
    const token = await stage(bench, NEW);
    const apiKey = valueOf(await bench.keys.swapStaged({ id, token, reason: 'exposed' }));
    expect(apiKey).toMatchObject({ hasOldSecret: false, previousMask: null });
    expect(sealedVersions(bench)).toEqual([2]);
    expect(bench.ledger.scrubs).toBeGreaterThan(0);
  });

  it('changes nothing when the service does not know the new one', async () => {
    const { bench, id } = await pasted();
    const token = await stage(bench, NEW);
    const askedBefore = bench.verifying.asked.length;
    bench.verifying.answer = failed('service-refused-key');
    const result = await bench.keys.swapStaged({ id, token, reason: 'routine' });
    expect(errorOf(result).code).toBe('service-refused-key');
    expect(bench.verifying.asked.slice(askedBefore)).toEqual([
      { serviceId: POSTMAN_SERVICE_ID, key: { kind: 'value', secret: NEW } },
    ]);
    expect(bench.secretOf(id)).toBe(OLD);
    expect(JSON.stringify(result)).not.toContain(NEW);
  });

  it('goes on when the service cannot be asked: the old one is still there', async () => {
    const { bench, id } = await pasted();
    const token = await stage(bench, NEW);
    bench.verifying.answer = failed('network-failed');
    const swapped = valueOf(await bench.keys.swapStaged({ id, token, reason: 'routine' }));
    expect(swapped).toMatchObject({ hasOldSecret: true, verification: null });
  });

  it('changes nothing when the vault cannot seal, and takes the same paste afterwards', async () => {
    const { bench, id } = await pasted();
    const token = await stage(bench, NEW);
    bench.vault.failure = appError('vault-unreadable');
    expect(errorOf(await bench.keys.swapStaged({ id, token, reason: 'routine' })).code).toBe(
      'vault-unreadable',
    );
    bench.vault.failure = null;
    expect(bench.secretOf(id)).toBe(OLD);
    valueOf(await bench.keys.swapStaged({ id, token, reason: 'routine' }));
    expect(errorOf(await bench.keys.swapStaged({ id, token, reason: 'routine' })).code).toBe(
      'staged-paste-gone',
    );
  });

  it('refuses a key that Keyfob issued, and one whose own expiration is over', async () => {
    const { bench, id } = await pasted();
    const issued = await bench.generate();
    const token = await stage(bench, NEW);
    const swap = (keyId: string) => bench.keys.swapStaged({ id: keyId, token, reason: 'routine' });
    expect(errorOf(await swap(issued.id)).code).toBe('cannot-swap');
    valueOf(bench.keys.setExpiration({ id, expiry: { kind: 'after-days', days: 1 } }));
    expect(errorOf(await swap('gone')).code).toBe('not-found');
    bench.clock.advance(DAY_MS);
    const later = await stage(bench, NEW);
    const result = await bench.keys.swapStaged({ id, token: later, reason: 'routine' });
    expect(errorOf(result).code).toBe('key-expired');
  });

  it('goes with the key when it is deleted', async () => {
    const { bench, id } = await pasted();
    valueOf(await bench.keys.swapStaged({ id, token: await stage(bench, NEW), reason: 'routine' }));
    valueOf(bench.keys.remove(id));
    expect(sealedVersions(bench)).toEqual([]);
  });
});
