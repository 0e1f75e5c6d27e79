import { describe, expect, it } from 'vitest';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { aServiceDraft } from '../../support/builders.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const ORIGIN = 'https://files.example';

async function withKey() {
  const bench = memoryKeysBench();
  const service = valueOf(bench.services.create(aServiceDraft()));
  const { id } = await bench.generate({ serviceId: service.id });
  return { bench, id, service };
}

describe('one more origin of a key', () => {
  it('is added after the person agreed, for this key alone', async () => {
    const { bench, id, service } = await withKey();
    const other = await bench.generate({ serviceId: service.id, name: 'Other' });
    expect(valueOf(await bench.keys.addOrigin({ id, origin: ORIGIN })).extraOrigins).toEqual([ORIGIN]);
    expect(bench.originQuestions.asked).toEqual([{ apiKeyId: id, origin: ORIGIN }]);
    expect(bench.keys.list().find((key) => key.id === other.id)?.extraOrigins).toEqual([]);
    expect(bench.services.find(service.id)?.origins).toEqual(service.origins);
    expect(listActivityOf(bench.ledger, id).map(({ event }) => event)).toContainEqual({
      kind: 'origin-added',
      origin: ORIGIN,
    });
  });

  it('is not added when the person declines, and each is asked about by itself', async () => {
    const { bench, id } = await withKey();
    valueOf(await bench.keys.addOrigin({ id, origin: ORIGIN }));
    bench.originQuestions.answer = false;
    const declined = await bench.keys.addOrigin({ id, origin: 'http://127.0.0.1:9000' });
    expect(errorOf(declined).code).toBe('cancelled');
    expect(bench.originQuestions.asked).toHaveLength(2);
    expect(bench.keys.list()[0]?.extraOrigins).toEqual([ORIGIN]);
  });

  it.each([
    'http://files.example',
    'https://files.example/path',
    'ftp://files.example',
    'files.example',
    'HTTPS://FILES.EXAMPLE',
  ])('cannot be %s', async (origin) => {
    const { bench, id } = await withKey();
    expect(errorOf(await bench.keys.addOrigin({ id, origin })).code).toBe('origin-not-allowed');
    expect(bench.originQuestions.asked).toEqual([]);
  });

  it('is not asked about where the key may go anyway', async () => {
    const { bench, id, service } = await withKey();
    valueOf(await bench.keys.addOrigin({ id, origin: ORIGIN }));
    for (const origin of [ORIGIN, ...service.origins]) {
      expect(errorOf(await bench.keys.addOrigin({ id, origin })).field).toBe('origin');
    }
    expect(bench.originQuestions.asked).toHaveLength(1);
  });

  it('is taken back without asking, and goes with a deleted key', async () => {
    const { bench, id } = await withKey();
    valueOf(await bench.keys.addOrigin({ id, origin: ORIGIN }));
    expect(valueOf(bench.keys.removeOrigin({ id, origin: ORIGIN })).extraOrigins).toEqual([]);
    expect(listActivityOf(bench.ledger, id).map(({ event }) => event.kind)).toContain('origin-removed');
    valueOf(await bench.keys.addOrigin({ id, origin: ORIGIN }));
    valueOf(bench.keys.remove(id));
    expect(bench.ledger.all('SELECT * FROM key_origins')).toEqual([]);
  });

  it('is not added to a key that was deleted while the person was asked', async () => {
    const { bench, id } = await withKey();
    const adding = bench.keys.addOrigin({ id, origin: ORIGIN });
    valueOf(bench.keys.remove(id));
    expect(errorOf(await adding).code).toBe('not-found');
  });

  it('stays bounded in number', async () => {
    const { bench, id } = await withKey();
    for (let count = 0; count < 20; count += 1) {
      valueOf(await bench.keys.addOrigin({ id, origin: `https://${String(count)}.example` }));
    }
    expect(errorOf(await bench.keys.addOrigin({ id, origin: ORIGIN })).code).toBe('invalid-input');
  });
});
