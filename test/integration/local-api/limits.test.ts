import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRig, type Rig } from './rig.ts';
import { holds } from '../../support/holds.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ callsPerMonth: 500 });
});
afterEach(() => rig.close());

const LIMIT_HEADERS = [
  'ratelimit',
  'ratelimit-policy',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'ratelimit-limit-month',
  'ratelimit-remaining-month',
];

function limitsOf(response: Response): Record<string, string | null> {
  return Object.fromEntries(LIMIT_HEADERS.map((name) => [name, response.headers.get(name)]));
}

async function getMany(path: string, secret: string | undefined, count: number): Promise<Response> {
  let last = await rig.get(path, secret);
  await last.arrayBuffer();
  for (let call = 1; call < count; call += 1) {
    last = await rig.get(path, secret);
    await last.arrayBuffer();
  }
  return last;
}

describe('the limits', () => {
  it('are told with every answer', holds('api.limits'), async () => {
    const secret = rig.addKey();
    const response = await rig.get('/me', secret);
    expect(limitsOf(response)).toEqual({
      ratelimit: 'limit=300, remaining=299, reset=60',
      'ratelimit-policy': '300;w=60',
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': '299',
      'x-ratelimit-reset': String(rig.clock.now() / 1_000 + 60),
      'ratelimit-limit-month': '500',
      'ratelimit-remaining-month': '499',
    });
    for (const [path, key] of [
      ['/nothing', secret],
      ['/me', undefined],
      ['/collections/x', secret],
    ] as const) {
      for (const value of Object.values(limitsOf(await rig.get(path, key)))) expect(value).not.toBeNull();
    }
    const foreign = await fetch(`${rig.url}/me`, { headers: { Origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    for (const value of Object.values(limitsOf(foreign))) expect(value).not.toBeNull();
  });

  it(
    'let 300 calls a minute through for each user, and the next after the time they say',
    holds('api.limits'),
    async () => {
      const secret = rig.addKey('key-1');
      const ownOther = rig.addKey('key-2');
      const grace = rig.addMember('Grace');
      const other = rig.addKey('key-3', 'works', grace);
      rig.clock.advance(1);
      expect((await getMany('/me', secret, 300)).status).toBe(200);
      rig.clock.advance(20_500);
      const refused = await rig.get('/me', secret);
      expect(refused.status).toBe(429);
      expect(await refused.json()).toMatchObject({ error: { name: 'rateLimited' } });
      expect(refused.headers.get('retry-after')).toBe('40');
      expect(refused.headers.get('ratelimit')).toBe('limit=300, remaining=0, reset=40');
      expect((await rig.get('/me', ownOther)).status).toBe(429);
      expect((await rig.get('/me', other)).status).toBe(200);
      rig.clock.advance(39_500);
      expect((await rig.get('/me', secret)).headers.get('x-ratelimit-remaining')).toBe('299');
    },
  );

  it('count both secrets of a regenerated key as one caller', async () => {
    const old = rig.addKey('key-1');
    const current = rig.addKey('key-1');
    await getMany('/me', old, 2);
    expect((await rig.get('/me', current)).headers.get('x-ratelimit-remaining')).toBe('297');
  });

  it.each(['/collections', '/workspaces', '/workspaces/x'])(
    'let 10 in 10 s through on %s',
    holds('api.limits'),
    async (path) => {
      const secret = rig.addKey();
      expect((await getMany(path, secret, 10)).status).not.toBe(429);
      const refused = await rig.get(`${path}?name=x`, secret);
      expect(refused.status).toBe(429);
      expect(refused.headers.get('ratelimit')).toBe('limit=10, remaining=0, reset=10');
      expect(refused.headers.get('ratelimit-policy')).toBe('10;w=10');
      expect(refused.headers.get('retry-after')).toBe('10');
      expect(
        (await fetch(`${rig.url}${path}`, { method: 'HEAD', headers: { 'X-API-Key': secret } })).status,
      ).toBe(429);
      expect((await rig.get('/me', secret)).headers.get('x-ratelimit-remaining')).toBe('289');
      rig.clock.advance(10_000);
      expect((await rig.get(path, secret)).status).not.toBe(429);
    },
  );

  it('end the month with another answer, without a time to retry, and begin anew with the next', async () => {
    const secret = rig.addKey();
    await getMany('/me', secret, 300);
    rig.clock.advance(60_000);
    expect((await getMany('/me', secret, 200)).headers.get('ratelimit-remaining-month')).toBe('0');
    const refused = await rig.get('/me', secret);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toEqual({
      error: {
        name: 'serviceLimitExhausted',
        message: 'Service limit exhausted. Please contact your team admin.',
      },
    });
    expect(refused.headers.get('retry-after')).toBeNull();
    rig.clock.setNow(Date.UTC(2026, 1, 1));
    expect((await rig.get('/me', secret)).status).toBe(200);
  });

  it('keep the month’s count over a restart', async () => {
    const secret = rig.addKey();
    await getMany('/me', secret, 3);
    await rig.localApi.stop();
    expect(rig.ledger.get('SELECT calls FROM local_api_calls')?.['calls']).toBe(3);
    const state = await rig.localApi.start();
    const url = state.kind === 'running' ? state.url : '';
    const response = await fetch(`${url}/me`, { headers: { 'X-API-Key': secret } });
    expect(await response.json()).toMatchObject({ operations: [{ usage: 4 }] });
  });

  it('turn from 401 to 429 for whoever tries bad keys, and leave good keys alone', async () => {
    const secret = rig.addKey();
    expect((await getMany('/me', 'guess', 300)).status).toBe(401);
    const refused = await rig.get('/me', 'guess');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect((await rig.get('/me', secret)).status).toBe(200);
    expect(rig.logger.lines.filter(({ message }) => message.includes('refused a key'))).toHaveLength(300);
  });

  it('count no bad key against the month', async () => {
    await getMany('/me', 'guess', 5);
    expect((await rig.get('/me', rig.addKey())).headers.get('ratelimit-remaining-month')).toBe('499');
  });
});

describe('the last use of a key', () => {
  it('is written within a second, with the server’s origin', async () => {
    const secret = rig.addKey();
    await getMany('/me', secret, 5);
    expect(rig.keyStore.uses).toEqual([]);
    const at = rig.clock.now();
    rig.clock.advance(1_000);
    expect(rig.keyStore.uses).toEqual([{ apiKeyId: 'key-1', at, origin: rig.url }]);
  });

  it('is written when the server stops, and not for a refused key', async () => {
    const secret = rig.addKey('key-1');
    await rig.get('/me', rig.addKey('key-2', 'disabled'));
    await rig.get('/me', secret);
    await rig.localApi.stop();
    expect(rig.keyStore.uses.map(({ apiKeyId }) => apiKeyId)).toEqual(['key-1']);
  });
});
