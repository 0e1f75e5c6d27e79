import { describe, expect, it } from 'vitest';
import { appError } from '../../../shared/domain/app-error.ts';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import {
  LOCAL_SERVICE_ID,
  POSTMAN_EU_SERVICE_ID,
  POSTMAN_SERVICE_ID,
} from '../../../shared/domain/service.ts';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { aServiceDraft, START } from '../../support/builders.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const local = { name: 'CI key', serviceId: LOCAL_SERVICE_ID, expiry: { kind: 'never' } } as const;

describe('generating a key', () => {
  it('keeps the key sealed, lets the server know its digest, and answers everything but the secret', async () => {
    const bench = memoryKeysBench();
    const apiKey = await bench.generate();
    const secret = bench.secretOf(apiKey.id);
    expect(secret).toMatch(/^kfak_/);
    expect(apiKey).toEqual({
      id: apiKey.id,
      serviceId: LOCAL_SERVICE_ID,
      name: 'CI key',
      mask: `kfak_••••••••${secret.slice(-4)}`,
      createdAt: START,
      regeneratedAt: null,
      lastUsed: null,
      expiresAt: null,
      expiresBy: null,
      ownExpiresAt: null,
      hasExpired: false,
      graceEndsAt: null,
      previousMask: null,
      hasOldSecret: false,
      isDefault: true,
      isDisabled: false,
      isReadOnly: false,
      isIssuedHere: true,
      extraOrigins: [],
      verification: null,
    });
    expect(bench.stateAtServer(secret)).toBe('works');
    expect(bench.keys.list()).toEqual([apiKey]);
    expect(bench.published).toEqual(['keys.changed']);
    expect(listActivityOf(bench.ledger, apiKey.id)).toEqual([
      {
        id: 1,
        at: START,
        apiKeyId: apiKey.id,
        apiKeyName: 'CI key',
        others: 0,
        event: { kind: 'generated' },
      },
    ]);
  });

  it('makes the first key of each service its default, and no later one', async () => {
    const bench = memoryKeysBench();
    const service = valueOf(bench.services.create(aServiceDraft()));
    const keys = [
      await bench.generate({ name: 'first' }),
      await bench.generate({ name: 'second' }),
      await bench.generate({ name: 'other', serviceId: service.id }),
    ];
    expect(keys.map(({ isDefault }) => isDefault)).toEqual([true, false, true]);
  });

  it('counts a lifetime in days from now', async () => {
    const bench = memoryKeysBench();
    const apiKey = await bench.generate({ expiry: { kind: 'after-days', days: 30 } });
    expect(apiKey.expiresAt).toBe(START + 30 * DAY_MS);
  });

  it.each([START - 1, START])(
    'refuses an expiry that has passed, also the instant itself: %d',
    async (at) => {
      const bench = memoryKeysBench();
      const error = errorOf(await bench.keys.generate({ ...local, expiry: { kind: 'at', at } }));
      expect(error).toMatchObject({ code: 'invalid-input', field: 'expiry' });
      expect(bench.keys.list()).toEqual([]);
    },
  );

  it.each([POSTMAN_SERVICE_ID, POSTMAN_EU_SERVICE_ID])('cannot issue a key of %s', async (serviceId) => {
    const bench = memoryKeysBench();
    expect(errorOf(await bench.keys.generate({ ...local, serviceId })).code).toBe('cannot-issue');
  });

  it('refuses a service that does not exist', async () => {
    const bench = memoryKeysBench();
    const error = errorOf(await bench.keys.generate({ ...local, serviceId: 'gone' }));
    expect(error).toMatchObject({ code: 'not-found', field: 'serviceId' });
  });

  it('makes a strong key for a custom service, which no server of ours knows', async () => {
    const bench = memoryKeysBench();
    const service = valueOf(bench.services.create(aServiceDraft()));
    const apiKey = await bench.generate({ serviceId: service.id });
    expect(bench.secretOf(apiKey.id)).toMatch(/^key_[0-9A-Za-z]{40}$/);
    expect(apiKey.isIssuedHere).toBe(true);
    expect(bench.ledger.all('SELECT * FROM issued_secrets')).toEqual([]);
  });

  it('writes nothing and makes no secret known when the vault cannot seal', async () => {
    const bench = memoryKeysBench();
    bench.vault.failure = appError('vault-unreadable');
    expect(errorOf(await bench.keys.generate(local)).code).toBe('vault-unreadable');
    expect(bench.keys.list()).toEqual([]);
    expect(bench.issuer.issued).toBe(0);
    expect(bench.published).toEqual([]);
  });

  it('asks the vault for nothing when the name is taken', async () => {
    const bench = memoryKeysBench();
    await bench.generate();
    bench.vault.failure = appError('vault-unreadable');
    expect(errorOf(await bench.keys.generate(local)).code).toBe('name-taken');
  });

  it('leaves nothing behind when the disk refuses, and reveals nothing then', async () => {
    const bench = memoryKeysBench();
    bench.ledger.writesUntilFull = 0;
    expect(errorOf(await bench.keys.generate(local)).code).toBe('ledger-write-failed');
    bench.ledger.writesUntilFull = Infinity;
    expect(bench.keys.list()).toEqual([]);
    expect(bench.published).toEqual([]);
  });

  it('notices a service that was removed while the vault was asked', async () => {
    const bench = memoryKeysBench();
    const service = valueOf(bench.services.create(aServiceDraft()));
    const gate = Promise.withResolvers<undefined>();
    bench.vault.delay = gate.promise;
    const generating = bench.keys.generate({ ...local, serviceId: service.id });
    valueOf(bench.services.remove(service.id));
    gate.resolve(undefined);
    expect(errorOf(await generating).code).toBe('not-found');
  });
});

describe('names of keys', () => {
  it.each([
    ['CI key', 'ci KEY'],
    ['Schlüssel', 'SCHLU\u0308SSEL'],
    ['ключ', 'КЛЮЧ'],
    ['İstanbul', 'i\u0307stanbul'],
  ])('%s and %s are the same name', async (first, second) => {
    const bench = memoryKeysBench();
    await bench.generate({ name: first });
    const error = errorOf(await bench.keys.generate({ ...local, name: second }));
    expect(error).toMatchObject({ code: 'name-taken', field: 'name' });
  });

  it('are unique within a service only', async () => {
    const bench = memoryKeysBench();
    const service = valueOf(bench.services.create(aServiceDraft()));
    await bench.generate();
    expect((await bench.generate({ serviceId: service.id })).name).toBe('CI key');
  });

  it('give one of 500 parallel generates the name, and the others name-taken', async () => {
    const bench = memoryKeysBench();
    const results = await Promise.all(Array.from({ length: 500 }, () => bench.keys.generate(local)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(bench.keys.list()).toHaveLength(1);
  });

  it('keeps 500 keys that are generated in parallel, one of them the default, each with its own secret', async () => {
    const bench = memoryKeysBench();
    const names = Array.from({ length: 500 }, (_, index) => `key ${String(index)}`);
    await Promise.all(names.map((name) => bench.generate({ name })));
    const listed = bench.keys.list();
    expect(new Set(listed.map(({ name }) => name))).toEqual(new Set(names));
    expect(listed.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect(new Set(listed.map(({ id }) => bench.secretOf(id))).size).toBe(500);
  });
});
