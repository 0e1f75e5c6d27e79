import { afterEach, describe, expect, it } from 'vitest';
import { createPostman } from '../../../electron/app/create-postman.ts';
import { createSecretRegistry } from '../../../electron/requests/secret-registry.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { closeAll, open } from '../../support/closing.ts';
import { addKey, aService, fakeSigningKeys } from '../../support/fake-signing-keys.ts';
import { seededRandom } from '../../support/in-memory-ports.ts';
import { MONTH_USED_UP, startPostmanServer } from '../../support/postman-server.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { directRoutes } from '../../../electron/requests/route.ts';
import { newSecret, realClock } from '../../support/sender-bench.ts';
import { closedPort, redirectTo, startServer, type Answer } from '../../support/servers.ts';
import { holds } from '../../support/holds.ts';

afterEach(closeAll);

/** The real verifier over the real sender. */
function bench(service: Service) {
  const signingKeys = fakeSigningKeys();
  signingKeys.directory = [service];
  const parts = { signingKeys, clock: realClock, random: seededRandom(), registry: createSecretRegistry() };
  const { verifier } = open(
    createPostman({ ...parts, routes: directRoutes(() => undefined), userAgent: 'Keyfob/test' }),
  );
  const ask = (secret: string) => verifier.verify(service, { kind: 'value', secret });
  return { signingKeys, verifier, ask };
}

async function postman() {
  const server = open(await startPostmanServer(realClock));
  const origin = server.origin();
  const service = aService({ id: 'postman', kind: 'postman', baseUrl: origin, origins: [origin] });
  return { server, ...bench(service) };
}

async function custom(answer: Answer | undefined, path = '/v1/me') {
  const server = open(await startServer(answer === undefined ? {} : { answer }));
  const origin = server.origin();
  const service = aService({ id: 'w', headerName: 'X-Weather', origins: [origin], checkUrl: origin + path });
  return { server, service, ...bench(service) };
}

const status =
  (code: number): Answer =>
  (_request, response) => {
    response.writeHead(code);
    response.end('{}');
  };

describe('a key of Postman', () => {
  it('is accepted with the account of GET /me, shown as text of bounded length', async () => {
    const { server, ask } = await postman();
    server.state.me = {
      user: {
        ...{
          id: 1,
          username: 'taylor',
          fullName: `Tay\u202elor\n${'x'.repeat(500)}`,
          email: 't@example.com',
        },
        ...{ teamId: 7, teamName: 'Platform', teamDomain: 'platform', roles: ['admin', 4, 'user'] },
      },
    };
    const account = valueOf(await ask(server.state.secret));
    expect(account).toMatchObject({ username: 'taylor', teamName: 'Platform', roles: ['admin', 'user'] });
    expect(account?.name).toHaveLength(200);
    expect(account?.name.startsWith('Tay lor x')).toBe(true);
    expect(server.received).toMatchObject([{ method: 'GET', url: '/me' }]);
  });

  it('is refused with 401, and left open after 429, 500 and a torn connection', async () => {
    const { server, ask } = await postman();
    expect(errorOf(await ask(newSecret())).code).toBe('service-refused-key');
    server.answerNext('/me', MONTH_USED_UP, { status: 500, body: {} }, { status: 200, body: 'hello' });
    const codes = [];
    for (let count = 0; count < 3; count += 1) codes.push(errorOf(await ask(server.state.secret)).code);
    expect(codes).toEqual(['service-limit-exhausted', 'service-failed', 'service-answer-unclear']);
    await server.close();
    expect(errorOf(await ask(server.state.secret)).code).toMatch(/^connection-(?:refused|reset)$/);
  });
});

describe('a key of a custom service', () => {
  it('is accepted by the status of its check URL, in the service’s own header', async () => {
    const { server, ask } = await custom(status(204), '/check/');
    const secret = newSecret();
    expect(valueOf(await ask(secret))).toBeNull();
    expect(server.received).toMatchObject([
      { method: 'GET', url: '/check/', body: '', headers: { 'x-weather': secret } },
    ]);
  });

  it.each([
    [401, 'service-refused-key'],
    [403, 'service-failed'],
    [404, 'service-failed'],
    [429, 'service-failed'],
    [503, 'service-failed'],
  ])('answered with %i is %s', async (code, expected) => {
    const { ask } = await custom(status(code));
    expect(errorOf(await ask(newSecret())).code).toBe(expected);
  });

  it('is not sent on by a redirect, not even within its origin', holds('binding.own-calls'), async () => {
    const other = open(await startServer());
    for (const target of [other.origin(), '/elsewhere']) {
      const { server, ask } = await custom(redirectTo(target));
      expect(errorOf(await ask(newSecret())).code).toBe('redirect-refused');
      expect(server.received).toHaveLength(1);
    }
    expect(other.received).toEqual([]);
  });

  it(
    'goes to no check URL that lies at an origin which the service does not name',
    holds('binding.own-calls'),
    async () => {
      const other = open(await startServer());
      const { service, verifier } = await custom(undefined);
      const moved = { ...service, checkUrl: `${other.origin()}/me` };
      const secret = newSecret();
      const error = errorOf(await verifier.verify(moved, { kind: 'value', secret }));
      expect(error.code).toBe('key-withheld');
      expect([other.received, JSON.stringify(error).includes(secret)]).toEqual([[], false]);
    },
  );

  it('that is kept is opened by the signer, and its use is recorded', async () => {
    const { server, service, signingKeys, verifier } = await custom(status(200));
    const secret = newSecret();
    addKey(signingKeys, secret, { id: 'kept', serviceId: 'w' });
    valueOf(await verifier.verify(service, { kind: 'kept', apiKeyId: 'kept' }));
    expect(server.received[0]?.headers['x-weather']).toBe(secret);
    expect(signingKeys.uses).toMatchObject([{ kind: 'sent', apiKeyId: 'kept', status: 200 }]);
  });

  it('is left open where nothing answers', async () => {
    const origin = `http://127.0.0.1:${String(await closedPort())}`;
    const service = aService({ id: 'w', origins: [origin], checkUrl: `${origin}/me` });
    expect(errorOf(await bench(service).ask(newSecret())).code).toBe('connection-refused');
  });
});

describe('the Local API', () => {
  it('is not asked while it does not run', async () => {
    const service = aService({ id: 'local', kind: 'local', baseUrl: '', origins: [] });
    expect(errorOf(await bench(service).ask(newSecret())).code).toBe('local-api-stopped');
  });
});
