import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIssuedKeyStore } from '../../electron/keys/issued-key-store.ts';
import { createKeyService } from '../../electron/keys/key-service.ts';
import { openLedger } from '../../electron/keys/ledger/open-ledger.ts';
import { createServiceDirectory } from '../../electron/keys/service-directory.ts';
import { seedLedger } from '../../electron/app/seed-ledger.ts';
import { createAccessKeys } from '../../electron/local-api/access-keys.ts';
import { createIssuer } from '../../electron/local-api/issuer.ts';
import { BASE62, composeKey } from '../../electron/local-api/key-format.ts';
import { createLocalApi } from '../../electron/local-api/local-api.ts';
import { createVerifier } from '../../electron/local-api/verifier.ts';
import { createVault } from '../../electron/vault/create-vault.ts';
import { failed } from '../../shared/domain/app-error.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import { formsOf } from '../support/canary.ts';
import {
  inMemoryClipboard,
  inMemoryKeychain,
  manualClock,
  recordingLogger,
  seededRandom,
  type ManualClock,
} from '../support/in-memory-ports.ts';
import { valueOf } from '../support/results.ts';
import { holds } from '../support/holds.ts';

const HOUR_MS = 3_600_000;

let folder: string;
let closers: (() => unknown)[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyfob-issue-'));
  closers = [];
});
afterEach(async () => {
  for (const close of closers.reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

/** The real key service, ledger file and server, as one start of the app has them. */
async function startApp(clock: ManualClock = manualClock(), keychain = inMemoryKeychain()) {
  const logger = recordingLogger();
  const random = { ...seededRandom(), bytes: (length: number) => new Uint8Array(randomBytes(length)) };
  const opened = openLedger({ path: join(folder, 'keyfob.db'), clock, logger });
  if (opened.kind !== 'open') throw new Error('The ledger did not open');
  const { ledger } = opened;
  seedLedger(ledger, { random: seededRandom(String(clock.now())), clock });
  const publish = (): undefined => undefined;
  const vault = createVault({ keychain, ledger, random, clock, logger });
  await vault.open();
  const confirmWidening = (): Promise<boolean> => Promise.resolve(false);
  const services = createServiceDirectory({ ledger, clock, random, publish, confirmWidening });
  const common = { ledger, clock, random, logger, publish };
  const clipboard = inMemoryClipboard();
  const confirmOrigin = (): Promise<boolean> => Promise.resolve(false);
  const isCopiedHere = (): boolean => false;
  const verifier = { verify: () => Promise.resolve(failed('network-failed')) };
  const issuer = createIssuer(random);
  const parts = { ...common, vault, services, clipboard, isCopiedHere, issuer, verifier, confirmOrigin };
  const keys = createKeyService({ ...parts, environment: {} });
  const keyStore = createIssuedKeyStore(common);
  const accessKeys = createAccessKeys({ ...common, issuer: createIssuer(random) });
  const localApi = createLocalApi({
    ...{ ...common, vault },
    keyStore,
    accessKeys,
    holdsSecret: () => false,
    preferredPort: 0,
  });
  const state = await localApi.start();
  const url = state.kind === 'running' ? state.url : '';
  const close = async (): Promise<void> => {
    await localApi.stop();
    ledger.close();
  };
  closers.push(close);
  return {
    ...{ keys, keyStore, clock, keychain, ledger, logger },
    get: (secret: string) => fetch(`${url}/me`, { headers: { 'X-API-Key': secret } }),
    async status(secret: string): Promise<number> {
      const response = await fetch(`${url}/me`, { headers: { 'X-API-Key': secret } });
      await response.arrayBuffer();
      return response.status;
    },
    async generate(name = 'CI key', expiresAt: number | null = null) {
      const expiry =
        expiresAt === null ? ({ kind: 'never' } as const) : ({ kind: 'at', at: expiresAt } as const);
      const { id } = valueOf(await keys.generate({ name, serviceId: LOCAL_SERVICE_ID, expiry }));
      return { id, secret: valueOf(keys.reveal(id)).secret };
    },
    async regenerate(id: string, grace: 'now' | '1h' | '24h') {
      valueOf(await keys.regenerate({ id, grace }));
      return valueOf(keys.reveal(id)).secret;
    },
    async restart() {
      await close();
      closers.pop();
      return startApp(clock, keychain);
    },
  };
}

/** The system's random bytes, fetched in large pieces: a million small fetches are most of the time otherwise. */
function pooledBytes(): (length: number) => Uint8Array {
  let pool = new Uint8Array();
  return (length) => {
    if (pool.length < length) pool = new Uint8Array(randomBytes(1_048_576));
    const bytes = pool.subarray(0, length);
    pool = pool.subarray(length);
    return bytes;
  };
}

/** Pearson's chi-square of how often each base62 character came. */
function chiSquareOf(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('a million keys', holds('issue.million'), () => {
  it(
    'differ from each other, in their ids too, and favour no character anywhere',
    { timeout: 300_000 },
    () => {
      const issuer = createIssuer({ bytes: pooledBytes(), id: () => '' });
      const ids = new Set<string>();
      const secrets = new Set<string>();
      const counts = new Uint32Array(44 * 128);
      for (let issued = 0; issued < 1_000_000; issued += 1) {
        const { secret, publicId } = issuer.issueApiKey();
        const random = secret.slice(18, 50);
        ids.add(publicId);
        secrets.add(random);
        const characters = publicId + random;
        for (let place = 0; place < 44; place += 1) {
          const index = place * 128 + characters.charCodeAt(place);
          counts[index] = (counts[index] ?? 0) + 1;
        }
      }
      expect([ids.size, secrets.size]).toEqual([1_000_000, 1_000_000]);
      const countsAt = Array.from({ length: 44 }, (_, place) =>
        Array.from(BASE62, (digit) => counts[place * 128 + digit.charCodeAt(0)] ?? 0),
      );
      // 61 degrees of freedom: a fair place is above 150 once in 10^9; `byte % 62` would be near 15,000.
      for (const atPlace of countsAt) {
        expect(atPlace.reduce((sum, count) => sum + count, 0)).toBe(1_000_000);
        expect(chiSquareOf(atPlace)).toBeLessThan(150);
      }
    },
  );
});

describe('every bad key', () => {
  it('gets the same answer to the byte, and the same headers', holds('issue.one-answer'), async () => {
    const app = await startApp();
    const good = await app.generate('good');
    const expired = await app.generate('expired', app.clock.now() + 1);
    const disabled = await app.generate('disabled');
    const deleted = await app.generate('deleted');
    const regenerated = await app.generate('regenerated');
    app.clock.advance(1);
    app.keys.setDisabled({ id: disabled.id, isDisabled: true });
    app.keys.remove(deleted.id);
    await app.regenerate(regenerated.id, 'now');
    const publicId = good.secret.slice(5, 17);
    const bad = {
      none: '',
      malformed: 'hello',
      long: 'x'.repeat(10_000),
      typo: `${good.secret.slice(0, -1)}${good.secret.endsWith('0') ? '1' : '0'}`,
      'cut off': good.secret.slice(0, -1),
      'an access key': composeKey({ prefix: 'kfat', publicId, random: '0'.repeat(32) }),
      'a wrong secret': composeKey({ prefix: 'kfak', publicId, random: '0'.repeat(32) }),
      unknown: createIssuer(seededRandom('other')).issueApiKey().secret,
      expired: expired.secret,
      disabled: disabled.secret,
      deleted: deleted.secret,
      regenerated: regenerated.secret,
    };
    expect(await app.status(good.secret)).toBe(200);
    const answers = new Set<string>();
    for (const secret of Object.values(bad)) {
      app.clock.advance(60_000);
      const response = await app.get(secret);
      const headers = [...response.headers].filter(
        ([name]) => name !== 'date' && name !== 'x-ratelimit-reset',
      );
      answers.add(JSON.stringify([response.status, headers, await response.text()]));
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain('Invalid API Key. Every request requires a valid API Key to be sent.');
    const reasons = app.logger.lines.filter(({ message }) => message.includes('refused a key'));
    expect(reasons.map(({ fields }) => fields['reason'])).toEqual([
      ...['malformed', 'malformed', 'malformed', 'checksum-mismatch', 'malformed', 'not-an-api-key'],
      ...['wrong-secret', 'unknown', 'expired', 'disabled', 'unknown', 'grace-ended'],
    ]);
    const log = JSON.stringify(app.logger.lines);
    for (const { secret } of [good, expired, disabled, deleted, regenerated])
      expect(log).not.toContain(secret);
  });

  it('takes the same time, within noise, once it is well-formed', holds('issue.timing'), () => {
    const issued = createIssuer(seededRandom('timing')).issueApiKey();
    const lookups = new Map([
      [issued.publicId, { apiKeyId: 'k', memberId: 'm', digest: issued.digest, state: 'expired' as const }],
    ]);
    const keyStore = { find: (id: string) => lookups.get(id) ?? null, recordUse: () => undefined };
    const verifier = createVerifier({
      keyStore,
      accessKeyStore: { find: () => null },
      random: seededRandom(),
    });
    const cases = {
      unknown: composeKey({ prefix: 'kfak', publicId: '0'.repeat(12), random: '0'.repeat(32) }),
      wrong: composeKey({ prefix: 'kfak', publicId: issued.publicId, random: '0'.repeat(32) }),
      expired: issued.secret,
    };
    const times: Record<keyof typeof cases, number[]> = { unknown: [], wrong: [], expired: [] };
    const names = ['unknown', 'wrong', 'expired'] as const;
    for (let round = 0; round < 20_000; round += 1) {
      for (const name of names) {
        const start = process.hrtime.bigint();
        verifier.verify(cases[name]);
        if (round >= 2_000) times[name].push(Number(process.hrtime.bigint() - start));
      }
    }
    const medians = names.map((name) => times[name].sort((a, b) => a - b)[times[name].length >> 1] ?? 0);
    // An exit before the digest or the comparison would halve it.
    expect(Math.min(...medians) / Math.max(...medians)).toBeGreaterThan(0.7);
  });
});

describe('the life of a key', () => {
  it(
    'ends to the millisecond, and not again when the clock goes back',
    holds('issue.expiry', 'issue.clock'),
    async () => {
      const app = await startApp();
      const end = app.clock.now() + HOUR_MS;
      const { secret } = await app.generate('short', end);
      app.clock.setNow(end - 1);
      expect(await app.status(secret)).toBe(200);
      app.clock.setNow(end);
      expect(await app.status(secret)).toBe(401);
      app.clock.setNow(end - HOUR_MS);
      expect(await app.status(secret)).toBe(401);
      const again = await app.restart();
      expect(await again.status(secret)).toBe(401);
    },
  );

  it(
    'has a grace for the old secret after a regenerate, to the millisecond',
    holds('issue.grace'),
    async () => {
      const app = await startApp();
      const { id, secret: old } = await app.generate();
      const current = await app.regenerate(id, '1h');
      const graceEnd = app.clock.now() + HOUR_MS;
      app.clock.setNow(graceEnd - 1);
      expect([await app.status(old), await app.status(current)]).toEqual([200, 200]);
      app.clock.setNow(graceEnd);
      expect([await app.status(old), await app.status(current)]).toEqual([401, 200]);
      app.clock.setNow(graceEnd - HOUR_MS);
      expect([await app.status(old), await app.status(current)]).toEqual([401, 200]);
    },
  );

  it('lets at most two secrets work at a time, and one after “now”', holds('issue.grace'), async () => {
    const app = await startApp();
    const { id, secret: first } = await app.generate();
    const second = await app.regenerate(id, '24h');
    const third = await app.regenerate(id, '24h');
    expect([await app.status(first), await app.status(second), await app.status(third)]).toEqual([
      401, 200, 200,
    ]);
    const fourth = await app.regenerate(id, 'now');
    expect([await app.status(second), await app.status(third), await app.status(fourth)]).toEqual([
      401, 401, 200,
    ]);
  });

  it(
    'is over with the next request once the key is disabled or deleted, and after a restart',
    holds('issue.revoked'),
    async () => {
      const app = await startApp();
      const disabled = await app.generate('to disable');
      const deleted = await app.generate('to delete');
      expect([await app.status(disabled.secret), await app.status(deleted.secret)]).toEqual([200, 200]);
      app.keys.setDisabled({ id: disabled.id, isDisabled: true });
      app.keys.remove(deleted.id);
      expect([await app.status(disabled.secret), await app.status(deleted.secret)]).toEqual([401, 401]);
      const again = await app.restart();
      expect([await again.status(disabled.secret), await again.status(deleted.secret)]).toEqual([401, 401]);
      again.keys.setDisabled({ id: disabled.id, isDisabled: false });
      expect(await again.status(disabled.secret)).toBe(200);
    },
  );

  it('shows in its last use, which a refused key does not have', async () => {
    const app = await startApp();
    const used = await app.generate('used');
    const refused = await app.generate('refused');
    app.keys.setDisabled({ id: refused.id, isDisabled: true });
    await app.status(used.secret);
    await app.status(refused.secret);
    const at = app.clock.now();
    app.clock.advance(1_000);
    const lastUsed = new Map(app.keys.list().map(({ id, lastUsed }) => [id, lastUsed]));
    expect(lastUsed.get(used.id)).toMatchObject({ at });
    expect(lastUsed.get(used.id)?.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(lastUsed.get(refused.id)).toBeNull();
  });
});

describe('what the server keeps', () => {
  it(
    'holds no secret, in no form, in no file, and the digest of the whole secret alone',
    holds('issue.digests'),
    async () => {
      const app = await startApp();
      const { id, secret: first } = await app.generate();
      const second = await app.regenerate(id, '1h');
      expect([await app.status(first), await app.status(second)]).toEqual([200, 200]);
      const digests = app.ledger.all('SELECT digest FROM issued_secrets').map(({ digest }) => {
        return digest instanceof Uint8Array ? Buffer.from(digest).toString('hex') : '';
      });
      const expected = [first, second].map((secret) => createHash('sha256').update(secret).digest('hex'));
      expect(digests.sort()).toEqual(expected.sort());
      await app.restart();
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      const contents = await Promise.all(
        files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
      );
      expect(contents.length).toBeGreaterThan(0);
      for (const secret of [first, second]) {
        for (const [form, bytes] of formsOf(secret.slice(18))) {
          expect([form, contents.some((content) => content.includes(bytes))]).toEqual([form, false]);
        }
      }
    },
  );
});

describe('guessing', () => {
  it('is slowed down, and does not keep the real key out', holds('issue.guessing'), async () => {
    const app = await startApp();
    const { secret } = await app.generate();
    const publicId = secret.slice(5, 17);
    const statuses: number[] = [];
    for (let guess = 0; guess < 320; guess += 1) {
      const random = String(guess).padStart(32, '0');
      statuses.push(await app.status(composeKey({ prefix: 'kfak', publicId, random })));
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(300);
    expect(statuses.slice(300)).toEqual(Array.from({ length: 20 }, () => 429));
    expect(await app.status(secret)).toBe(200);
  });
});
