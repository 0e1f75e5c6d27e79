import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { setRegenerated } from '../../../electron/keys/api-key-rows.ts';
import { failed, ok } from '../../../shared/domain/app-error.ts';
import type { KeyAccount } from '../../../shared/domain/key-verification.ts';
import { POSTMAN_SERVICE_ID } from '../../../shared/domain/service.ts';
import { aServiceDraft } from '../../support/builders.ts';
import { inMemoryClipboard } from '../../support/in-memory-ports.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const SECRET = 'a-pasted-key-0123456789';
const account: KeyAccount = {
  name: 'Taylor Lee',
  username: 'taylor',
  email: 't@example.com',
  teamName: 'Platform',
  roles: ['admin'],
};
const checkUrl = 'https://api.weather.example/v1/me';

async function staged() {
  const bench = memoryKeysBench();
  bench.clipboard.formats = inMemoryClipboard(SECRET).formats;
  const { token } = valueOf(await bench.keys.stagePaste());
  const add = (serviceId: string, more: { verification?: 'required' | 'skipped' } = {}) =>
    bench.keys.addStaged({ token, name: 'Pasted', serviceId, expiry: { kind: 'never' }, ...more });
  return { bench, token, add };
}

describe('a pasted key', () => {
  it('is verified before it is kept, and the account is kept with it', async () => {
    const { bench, token, add } = await staged();
    bench.verifying.answer = ok(account);
    const check = valueOf(await bench.keys.verifyStaged({ token, serviceId: POSTMAN_SERVICE_ID }));
    expect(check).toEqual({ kind: 'accepted', account });
    expect(bench.keys.list()).toEqual([]);

    const kept = valueOf(await add(POSTMAN_SERVICE_ID));
    expect(kept.verification).toEqual({ at: bench.clock.now(), outcome: 'accepted', account });
    expect(bench.keys.list()).toEqual([kept]);
    // Seeing and keeping is one call.
    expect(bench.verifying.asked).toEqual([
      { serviceId: POSTMAN_SERVICE_ID, key: { kind: 'value', secret: SECRET } },
    ]);
  });

  it('is verified also when nobody looked first, and anew for another service', async () => {
    const { bench, token, add } = await staged();
    valueOf(await bench.keys.verifyStaged({ token, serviceId: 'postman-eu' }));
    valueOf(await add(POSTMAN_SERVICE_ID));
    expect(bench.verifying.asked.map(({ serviceId }) => serviceId)).toEqual(['postman-eu', 'postman']);
  });

  it('is not kept when its service refuses it', async () => {
    const { bench, token, add } = await staged();
    bench.verifying.answer = failed('service-refused-key');
    const refusal = errorOf(await bench.keys.verifyStaged({ token, serviceId: POSTMAN_SERVICE_ID }));
    expect(refusal).toMatchObject({
      code: 'service-refused-key',
      message: 'Postman API does not accept this key.',
    });
    expect(refusal.remedy).toContain('EU');
    expect(errorOf(await add(POSTMAN_SERVICE_ID)).code).toBe('service-refused-key');
    expect(bench.keys.list()).toEqual([]);
    bench.verifying.answer = ok(null);
    expect(valueOf(await add(POSTMAN_SERVICE_ID)).verification?.outcome).toBe('accepted');
  });

  it.each(['network-failed', 'service-failed', 'service-rate-limited', 'redirect-refused'] as const)(
    'is kept only knowingly after %s',
    async (code) => {
      const { bench, token, add } = await staged();
      bench.verifying.answer = failed(code);
      const error = errorOf(await bench.keys.verifyStaged({ token, serviceId: POSTMAN_SERVICE_ID }));
      expect(error.code).toBe('key-not-verified');
      expect(error.message).toContain(bench.verifying.answer.error.message);
      expect(errorOf(await add(POSTMAN_SERVICE_ID)).code).toBe('key-not-verified');
      expect(bench.keys.list()).toEqual([]);
      const asked = bench.verifying.asked.length;
      expect(valueOf(await add(POSTMAN_SERVICE_ID, { verification: 'skipped' })).verification).toBeNull();
      expect(bench.verifying.asked).toHaveLength(asked);
    },
  );

  it('of a service with nothing to ask is believed', async () => {
    const { bench, token, add } = await staged();
    const { id: serviceId } = valueOf(bench.services.create(aServiceDraft()));
    expect(valueOf(await bench.keys.verifyStaged({ token, serviceId }))).toEqual({ kind: 'not-verifiable' });
    expect(valueOf(await add(serviceId)).verification).toBeNull();
    expect(bench.verifying.asked).toEqual([]);
  });

  it('is asked about again when the address of its service was changed meanwhile', async () => {
    const { bench, token, add } = await staged();
    const { id: serviceId } = valueOf(bench.services.create(aServiceDraft({ checkUrl })));
    valueOf(await bench.keys.verifyStaged({ token, serviceId }));
    valueOf(await bench.services.update(serviceId, aServiceDraft({ checkUrl: `${checkUrl}/2` })));
    valueOf(await add(serviceId));
    expect(bench.verifying.asked).toHaveLength(2);
  });

  it('that is no longer held is not asked about', async () => {
    const { bench, token } = await staged();
    bench.keys.forgetHeldSecrets();
    const gone = await bench.keys.verifyStaged({ token, serviceId: POSTMAN_SERVICE_ID });
    expect(errorOf(gone).code).toBe('staged-paste-gone');
    const missing = await bench.keys.verifyStaged({ token, serviceId: 'none' });
    expect(errorOf(missing).code).toBe('not-found');
    expect(bench.verifying.asked).toEqual([]);
  });

  it('shows its value in no answer', async () => {
    const { bench, token, add } = await staged();
    const answers = [await bench.keys.verifyStaged({ token, serviceId: 'postman' }), await add('postman')];
    expect(inspect(answers, { depth: 9 })).not.toContain(SECRET);
  });
});

describe('verifying a kept key', () => {
  const kept = async () => {
    const bench = memoryKeysBench();
    const service = valueOf(bench.services.create(aServiceDraft({ checkUrl })));
    const apiKey = await bench.generate({ serviceId: service.id });
    return { bench, id: apiKey.id, serviceId: service.id };
  };

  it('asks with the kept key and keeps the answer, a refusal too', async () => {
    const { bench, id, serviceId } = await kept();
    const first = valueOf(await bench.keys.verify(id));
    expect(first.verification).toEqual({ at: bench.clock.now(), outcome: 'accepted', account: null });
    bench.clock.advance(60_000);
    bench.verifying.answer = failed('service-refused-key');
    const second = valueOf(await bench.keys.verify(id));
    expect(second.verification).toEqual({ at: bench.clock.now(), outcome: 'refused', account: null });
    expect(bench.keys.list()[0]).toEqual(second);
    expect(bench.verifying.asked[0]).toEqual({ serviceId, key: { kind: 'kept', apiKeyId: id } });
  });

  it('answers from what it just heard, and asks again when the clock went back', async () => {
    const { bench, id } = await kept();
    valueOf(await bench.keys.verify(id));
    valueOf(await bench.keys.verify(id));
    expect(bench.verifying.asked).toHaveLength(1);
    bench.clock.setNow(bench.clock.now() - 3_600_000);
    valueOf(await bench.keys.verify(id));
    expect(bench.verifying.asked).toHaveLength(2);
  });

  it('leaves what was known when the service cannot be asked', async () => {
    const { bench, id } = await kept();
    const before = valueOf(await bench.keys.verify(id));
    bench.clock.advance(60_000);
    bench.verifying.answer = failed('timed-out');
    expect(errorOf(await bench.keys.verify(id)).code).toBe('key-not-verified');
    expect(bench.keys.list()[0]).toEqual(before);
  });

  it('is refused for a service with nothing to ask, and for a disabled or expired key', async () => {
    const { bench, id } = await kept();
    const { id: plain } = valueOf(bench.services.create(aServiceDraft({ name: 'Plain' })));
    const other = await bench.generate({ serviceId: plain });
    expect(errorOf(await bench.keys.verify(other.id)).code).toBe('service-not-verifiable');
    valueOf(bench.keys.setDisabled({ id, isDisabled: true }));
    expect(errorOf(await bench.keys.verify(id)).code).toBe('key-disabled');
    expect(errorOf(await bench.keys.verify('none')).code).toBe('not-found');
    expect(bench.verifying.asked).toEqual([]);
  });

  it('forgets what was said of the old secret when there is a new one, and of a deleted key', async () => {
    const { bench, id } = await kept();
    valueOf(await bench.keys.verify(id));
    expect(valueOf(await bench.keys.regenerate({ id, grace: 'now' })).verification).toBeNull();
    valueOf(await bench.keys.verify(id));
    valueOf(bench.keys.remove(id));
    expect(bench.ledger.all('SELECT * FROM key_verifications')).toEqual([]);
  });

  it('does not take an answer about the old secret for one about the new', async () => {
    const { bench, id } = await kept();
    const answered = bench.keys.verify(id);
    setRegenerated(bench.ledger, id, {
      at: bench.clock.now(),
      mask: '••••••••',
      version: 2,
      keptVersion: null,
    });
    expect(valueOf(await answered).verification).toBeNull();
  });
});
