import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, open } from '../../support/closing.ts';
import { postmanBench, type PostmanBench } from '../../support/postman-bench.ts';
import { MONTH_USED_UP, named, problem, type CannedAnswer } from '../../support/postman-server.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { redirectTo, startServer } from '../../support/servers.ts';
import { holds } from '../../support/holds.ts';

afterEach(closeAll);

async function bench(): Promise<PostmanBench> {
  return open(await postmanBench());
}

function operation(name: string, limit: unknown, usage: unknown) {
  return { name, limit, usage, overage: 0 };
}

describe('GET /me', () => {
  it('answers whose key it is, signed by the sender in the service’s header', async () => {
    const { client, caller, server, signingKeys } = await bench();

    const me = valueOf(await client.getMe(caller));

    expect(me.user).toMatchObject({ id: '12345678', fullName: 'Taylor Lee', teamId: null, roles: ['user'] });
    expect(server.received).toMatchObject([
      {
        method: 'GET',
        url: '/me',
        headers: { 'x-api-key': server.state.secret, accept: 'application/json' },
      },
    ]);
    expect(signingKeys.uses).toMatchObject([{ kind: 'sent', apiKeyId: 'kept', status: 200 }]);
  });

  it('verifies a value that is not kept, and records nothing of it', async () => {
    const { client, caller, server, signingKeys } = await bench();
    const value = { ...caller, key: { kind: 'value', secret: server.state.secret } } as const;

    expect(valueOf(await client.getMe(value)).user.username).toBe('taylor-lee');
    const refused = await client.getMe({ ...value, key: { kind: 'value', secret: 'another' } });

    expect(errorOf(refused).code).toBe('service-refused-key');
    expect(server.received[1]?.headers['x-api-key']).toBe('another');
    expect([signingKeys.uses, signingKeys.opened]).toEqual([[], []]);
  });

  it('reads fractions, no limit and operations of a wrong shape', async () => {
    const { client, caller, server } = await bench();
    server.state.me = {
      user: { id: '9', roles: 'none', teamId: 7, sub: 'x', emailVerified: true },
      operations: [
        operation('file_storage_limit', 0.5, 0.0125),
        operation('api_usage', 99_999_999, 12),
        operation('api_object_usage', '3', '2'),
        null,
        { limit: 1 },
      ],
    };

    const me = valueOf(await client.getMe(caller));

    expect(me.user).toMatchObject({ id: '9', username: '', teamId: '7', roles: [] });
    expect(me.operations).toEqual([
      operation('file_storage_limit', 0.5, 0.0125),
      operation('api_usage', null, 12),
      operation('api_object_usage', null, 0),
    ]);
  });

  it.each([undefined, null, 'none'])('takes missing operations (%s) as not told', async (operations) => {
    const { client, caller, server } = await bench();
    server.state.me = { user: { id: 1 }, operations };
    expect(valueOf(await client.getMe(caller)).operations).toBeNull();
  });

  it.each([
    ['no user', {}],
    ['not JSON', 'hello'],
    ['a list', []],
    ['nothing', undefined],
  ])('calls an answer with %s unclear', async (_, body) => {
    const { client, caller, server } = await bench();
    server.answerNext('/me', { status: 200, body });
    expect(errorOf(await client.getMe(caller)).code).toBe('service-answer-unclear');
  });
});

describe('an error', () => {
  const noRight = 'You do not have enough permissions to perform this action.';
  it.each<[string, CannedAnswer, readonly [code: string, said: string]]>([
    ['401 of the gateway', named(401, 'AuthenticationError', 'Invalid'), ['service-refused-key', '']],
    ['401 as documented', problem(401, 'Unauthorized', 'Unauthorized'), ['service-refused-key', '']],
    ['403 as a problem', problem(403, 'Forbidden', noRight), ['service-forbidden', noRight]],
    ['403 by name', named(403, 'forbiddenError', noRight), ['service-forbidden', noRight]],
    ['404', problem(404, 'Not found', 'The key was not found'), ['not-found', 'The key was not found']],
    [
      '400 that means 404',
      named(400, 'instanceNotFoundError', 'We could not'),
      ['not-found', 'We could not'],
    ],
    ['400', problem(400, 'Malformed request', 'Invalid cursor'), ['service-failed', 'Invalid cursor']],
    ['500', problem(500, 'internal-server-error', 'Oops'), ['service-failed', 'Oops']],
    ['500 by name', named(500, 'serverError', 'Oops'), ['service-failed', 'Oops']],
    ['503 in HTML', { status: 503, body: '<html>' }, ['service-failed', '503']],
    ['a title alone', { status: 418, body: { title: 'A teapot' } }, ['service-failed', 'A teapot']],
    ['odd types', { status: 403, body: { detail: 5, error: [1], message: {} } }, ['service-forbidden', '']],
    ['the month', MONTH_USED_UP, ['service-limit-exhausted', '']],
  ])('%s has a name', async (_, answer, [code, said]) => {
    const { client, caller, server } = await bench();
    server.answerNext('/me', answer);

    const error = errorOf(await client.getMe(caller));

    expect(error.code).toBe(code);
    expect(error.message).toContain(said);
    expect(server.received).toHaveLength(1);
  });

  it('prefers the detail, and shows one short line of it without the key', async () => {
    const { client, caller, server } = await bench();
    const detail = `a\n\u202eb ${server.state.secret} ${'x'.repeat(500)}`;
    server.answerNext('/me', { status: 403, body: { detail, message: 'other', title: 'title' } });

    const error = errorOf(await client.getMe(caller));

    expect(error.message).toContain('“a b ');
    expect(error.message).not.toContain('other');
    expect(error.message.length).toBeLessThan(300);
    expect(inspect(error)).not.toContain(server.state.secret);
  });

  it.each([
    ['Retry-After', '7', '7 seconds'],
    ['retry-after', 'Thu, 15 Jan 2026 12:00:09 GMT', '9 seconds'],
    ['RetryAfter', '1', '1 second'],
    ['X-RateLimit-RetryAfter', '2.5', '3 seconds'],
    ['X-RateLimit-Reset', String(Date.UTC(2026, 0, 15, 12, 0, 30) / 1_000), '30 seconds'],
    ['X-RateLimit-Reset', '12', '12 seconds'],
    ['RateLimit', 'limit=300, remaining=0, reset=21', '21 seconds'],
  ])('of a limit says when to try again: %s: %s', async (name, value, wait) => {
    const { client, caller, server } = await bench();
    server.answerNext('/me', {
      status: 429,
      body: { error: 'rateLimited', message: 'Rate limit exceeded' },
      headers: { [name]: value },
    });
    expect(errorOf(await client.getMe(caller))).toMatchObject({
      code: 'service-rate-limited',
      remedy: `Try again in ${wait}.`,
    });
  });
});

describe('where the key goes', holds('binding.own-calls'), () => {
  it('is the service’s origins alone: nothing is sent elsewhere', async () => {
    const { client, caller, server } = await bench();
    const other = open(await startServer());
    const moved = { ...caller, service: { ...caller.service, baseUrl: other.origin() } };
    expect(errorOf(await client.getMe(moved)).code).toBe('key-withheld');
    expect([other.received, server.received]).toEqual([[], []]);
  });

  it('is never plain http beyond this computer', async () => {
    const { client, caller, server, signingKeys } = await bench();
    const plain = server.origin('api.postman.test');
    const service = { ...caller.service, baseUrl: plain, origins: [plain] };
    signingKeys.directory = [service];
    expect(errorOf(await client.getMe({ ...caller, service })).code).toBe('key-withheld');
    expect(server.connectionCount()).toBe(0);
  });

  it.each([301, 302, 307, 308])(
    'is not the target of a redirect (%i), as the plain http address answers',
    async (status) => {
      const { client, caller, signingKeys } = await bench();
      const target = open(await startServer());
      const http = open(await startServer({ answer: redirectTo(`${target.origin()}/me`, status) }));
      const service = {
        ...caller.service,
        baseUrl: http.origin(),
        origins: [http.origin(), target.origin()],
      };
      signingKeys.directory = [service];

      expect(errorOf(await client.getMe({ ...caller, service })).code).toBe('redirect-refused');
      expect(target.connectionCount()).toBe(0);
    },
  );
});

describe('the collection access keys', () => {
  it('come from all pages, with the names of their collections and people', async () => {
    const { server, list, progress } = await bench();
    server.state.keys = Array.from({ length: 23 }, (_, index) => ({
      id: index + 1,
      collectionId: `12345678-c${String(index % 2)}`,
      userId: index === 22 ? 87654321 : 12345678,
    }));
    server.state.collections = [
      { uid: '12345678-c0', name: 'Payments' },
      { uid: '12345678-c1', name: 'Refunds' },
    ];
    server.state.users = { data: [{ id: 87654321, name: 'Alex Cruz', username: 'alex' }] };

    const { keys, namesError } = valueOf(await list());

    expect(namesError).toBeNull();
    expect(keys).toHaveLength(23);
    expect(keys[0]).toEqual({
      id: '1',
      serviceId: 'postman',
      mask: 'PMAT-••••••••X7Q2',
      collectionUid: '12345678-c0',
      collectionName: 'Payments',
      creatorName: 'Taylor Lee',
      isOwn: true,
      createdAt: Date.UTC(2026, 0, 10, 9, 30),
      lastUsedAt: null,
      expiresAt: Date.UTC(2026, 2, 16, 12),
      status: 'active',
    });
    expect(keys[22]).toMatchObject({ creatorName: 'Alex Cruz', isOwn: false, collectionName: 'Payments' });
    expect(server.received.map(({ url }) => new URL(url, 'http://a').pathname)).toEqual([
      '/collection-access-keys',
      '/collection-access-keys',
      '/collection-access-keys',
      '/collections',
      '/me',
      '/users',
    ]);
    expect(progress.map(({ phase, count }) => `${phase} ${String(count)}`)).toContain('keys 23');
  });

  it('need no names when there are none, and no team when all are one’s own', async () => {
    const { server, list } = await bench();
    expect(valueOf(await list()).keys).toEqual([]);
    expect(server.received).toHaveLength(1);
    server.state.keys = [{ id: 'a', collectionId: 'c', userId: '12345678' }];
    expect(valueOf(await list()).keys).toMatchObject([{ creatorName: 'Taylor Lee', collectionName: null }]);
    expect(server.received.some(({ url }) => url === '/users')).toBe(false);
  });

  it('may have a state that nobody documented, and lack a time', async () => {
    const { server, list } = await bench();
    server.state.keys = [
      { id: 'a', collectionId: 'c', userId: 1, status: 'PAUSED_BY_ADMIN' },
      { id: 'b', collectionId: 'c', userId: 1, status: 'INACTIVE', lastUsedAt: '2026-01-14T08:00:00.000Z' },
      { id: 'c', collectionId: 'c', userId: 1, lastUsedAt: 'yesterday' },
      { id: 'd', collectionId: 'c', userId: 1, deletedAt: '2026-01-14T08:00:00.000Z' },
    ];
    expect(valueOf(await list()).keys.map(({ id, status, lastUsedAt }) => [id, status, lastUsedAt])).toEqual([
      ['a', 'other', null],
      ['b', 'inactive', Date.UTC(2026, 0, 14, 8)],
      ['c', 'active', null],
    ]);
  });

  it('are listed without names when these may not be had, and the reason is told', async () => {
    const { server, list } = await bench();
    server.state.keys = [{ id: 'a', collectionId: 'c', userId: 2 }];
    server.answerNext('/collections', named(403, 'forbiddenError', 'No'));
    server.answerNext('/users', named(403, 'forbiddenError', 'No'));
    const listed = valueOf(await list());
    expect(listed.keys).toMatchObject([{ collectionName: null, creatorName: null, isOwn: false }]);
    expect(listed.namesError?.code).toBe('service-forbidden');
  });

  it('stop at a cursor that leads round in a circle', async () => {
    const { server, list } = await bench();
    const page = (nextCursor: string) => ({ status: 200, body: { data: [], meta: { nextCursor } } });
    server.answerNext('/collection-access-keys', page('a'), page('b'), page('a'));
    expect(errorOf(await list()).code).toBe('service-answer-unclear');
  });

  it('never ask for lists more often than ten times in ten seconds', async () => {
    const { server, list, clock, progress } = await bench();
    server.state.keys = [{ id: 'a', collectionId: 'last', userId: 1 }];
    server.state.collections = Array.from({ length: 2_400 }, (_, index) => ({
      uid: `c${String(index)}`,
      name: 'Some',
    }));
    server.state.collections.push({ uid: 'last', name: 'The last one' });

    expect(valueOf(await list()).keys).toMatchObject([{ collectionName: 'The last one' }]);
    expect(server.received.filter(({ url }) => url.startsWith('/collections?'))).toHaveLength(25);
    expect(server.refusedLists()).toBe(0);
    expect(clock.waits).toHaveLength(2);
    expect(progress.some(({ waitingUntil }) => waitingUntil !== null)).toBe(true);
    expect(progress.at(-1)?.waitingUntil).toBeNull();
  });

  it('wait when the minute’s limit says so, and go on', async () => {
    const { server, list, clock } = await bench();
    server.state.keys = [{ id: 'a', collectionId: 'c', userId: 1 }];
    const limited = { ...named(429, 'rateLimited', 'Slow down'), headers: { RetryAfter: '20' } };
    server.answerNext('/collection-access-keys', limited, limited);
    expect(valueOf(await list()).keys).toHaveLength(1);
    expect(clock.waits).toEqual([20_000, 20_000]);
  });

  it('do not wait for the month, nor for ever', async () => {
    const { server, list, clock } = await bench();
    server.answerNext('/collection-access-keys', MONTH_USED_UP);
    expect(errorOf(await list()).code).toBe('service-limit-exhausted');
    expect(clock.waits).toEqual([]);
    const limited = named(429, 'rateLimited', 'Slow down');
    server.answerNext('/collection-access-keys', limited, limited, limited, limited);
    expect(errorOf(await list()).code).toBe('service-rate-limited');
    expect(clock.waits).toHaveLength(3);
    server.answerNext('/collection-access-keys', { ...limited, headers: { 'Retry-After': '3600' } });
    expect(errorOf(await list())).toMatchObject({ remedy: 'Try again in 3600 seconds.' });
    expect(clock.waits).toHaveLength(3);
  });

  it('can be given up while it waits', async () => {
    const { server, list, clock, progress } = await bench();
    clock.isStopped = true;
    server.answerNext('/collection-access-keys', {
      ...named(429, 'rateLimited', ''),
      headers: { RetryAfter: '60' },
    });
    const controller = new AbortController();
    const listing = list(controller.signal);
    await expect.poll(() => progress.at(-1)?.waitingUntil).toBeGreaterThan(0);
    controller.abort();
    expect(errorOf(await listing).code).toBe('cancelled');
    expect(server.received).toHaveLength(1);
  });

  it('are deleted by their id, once', async () => {
    const { client, caller, server } = await bench();
    server.state.keys = [{ id: 'a/b', collectionId: 'c', userId: 1 }];
    expect(await client.deleteAccessKey(caller, 'a/b')).toEqual({ ok: true, value: null });
    expect(server.received).toMatchObject([{ method: 'DELETE', url: '/collection-access-keys/a%2Fb' }]);
    expect(errorOf(await client.deleteAccessKey(caller, 'a/b')).code).toBe('not-found');
    const limited = { ...named(429, 'rateLimited', ''), headers: { 'Retry-After': '5' } };
    server.answerNext('/collection-access-keys/x', limited);
    expect(errorOf(await client.deleteAccessKey(caller, 'x')).code).toBe('service-rate-limited');
    expect(server.received).toHaveLength(3);
  });
});
