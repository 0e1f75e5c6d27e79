import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_REQUEST_SETTINGS } from '../../shared/domain/http-request.ts';
import { closeAll, open } from '../support/closing.ts';
import { createCertificateAuthority } from '../support/certificates.ts';
import { addKey, aService } from '../support/fake-signing-keys.ts';
import { senderBench, type SenderBench } from '../support/sender-bench.ts';
import { redirectTo, startServer, type Answer, type RecordingServer } from '../support/servers.ts';
import { searchBytes } from '../support/canary.ts';
import { holds } from '../support/holds.ts';

afterEach(closeAll);

const CODES = [301, 302, 303, 307, 308] as const;

/** A server whose `/start` redirects to a place that the test sets. */
async function redirecting(status: number, target: () => string): Promise<RecordingServer> {
  const answer: Answer = (request, response) => {
    if (request.url.startsWith('/start')) redirectTo(target(), status)(request, response);
    else response.end('arrived');
  };
  return open(await startServer({ answer }));
}

function keysReceivedBy(server: RecordingServer): readonly unknown[] {
  return server.received.map((request) => request.headers['x-api-key']);
}

function expectNoTraceOfTheKey(server: RecordingServer, bench: SenderBench): void {
  expect(searchBytes('received', server.rawBytes(), [bench.secret])).toEqual([]);
}

describe.each(CODES)('a redirect with %i', (status) => {
  it('carries the key on when the origin stays the same', async () => {
    const own = await redirecting(status, () => '/there');
    const bench = open(senderBench([own.origin()]));

    const exchange = await bench.exchange({ url: `${own.origin()}/start` });

    expect(keysReceivedBy(own)).toEqual([bench.secret, bench.secret]);
    expect(exchange.hops.map((hop) => hop.signing.kind)).toEqual(['sent', 'sent']);
    expect(exchange.hops[0]?.location).toBe(`${own.origin()}/there`);
  });

  it('withholds the key when the redirect changes the port', holds('binding.other-port'), async () => {
    const other = open(await startServer());
    const own = await redirecting(status, () => `${other.origin()}/there`);
    const bench = open(senderBench([own.origin()]));

    const exchange = await bench.exchange({ url: `${own.origin()}/start` });

    expect(keysReceivedBy(own)).toEqual([bench.secret]);
    expect(other.received).toHaveLength(1);
    expectNoTraceOfTheKey(other, bench);
    expect(exchange.hops[1]?.signing).toMatchObject({
      kind: 'withheld',
      reason: 'redirected-to-other-origin',
      origin: other.origin(),
    });
    expect(exchange.outcome.kind).toBe('response');
  });

  it('withholds the key when the redirect changes the host', holds('binding.other-host'), async () => {
    const other = open(await startServer());
    const own = await redirecting(status, () => `${other.origin('localhost')}/there`);
    const bench = open(senderBench([own.origin('127.0.0.1')]));

    await bench.exchange({ url: `${own.origin('127.0.0.1')}/start` });

    expect(keysReceivedBy(own)).toEqual([bench.secret]);
    expect(other.received).toHaveLength(1);
    expectNoTraceOfTheKey(other, bench);
  });

  it(
    'withholds the key when another name of the same server is redirected to',
    holds('binding.other-host'),
    async () => {
      const own: RecordingServer = await redirecting(status, () => `${own.origin('a.localhost')}/there`);
      const bench = open(senderBench([own.origin('localhost')]));

      await bench.exchange({ url: `${own.origin('localhost')}/start` });

      expect(keysReceivedBy(own)).toEqual([bench.secret, undefined]);
    },
  );

  it(
    'does not send the key again when a foreign origin redirects back',
    holds('binding.way-back'),
    async () => {
      const foreign: RecordingServer = open(
        await startServer({
          answer: (request, response) => redirectTo(`${own.origin()}/back`, status)(request, response),
        }),
      );
      const own: RecordingServer = await redirecting(status, () => `${foreign.origin()}/there`);
      const bench = open(senderBench([own.origin()]));

      const exchange = await bench.exchange({ url: `${own.origin()}/start` });

      expect(keysReceivedBy(own)).toEqual([bench.secret, undefined]);
      expectNoTraceOfTheKey(foreign, bench);
      expect(exchange.hops.map((hop) => hop.signing.kind)).toEqual(['sent', 'withheld', 'withheld']);
      expect(bench.keys.uses.map((use) => use.kind)).toEqual(['sent', 'withheld', 'withheld']);
    },
  );

  it(
    'carries the key to another origin that the same service names',
    holds('binding.same-service'),
    async () => {
      const second = open(await startServer());
      const own = await redirecting(status, () => `${second.origin()}/there`);
      const bench = open(senderBench([own.origin(), second.origin()]));

      await bench.exchange({ url: `${own.origin()}/start` });

      expect(keysReceivedBy(own)).toEqual([bench.secret]);
      expect(keysReceivedBy(second)).toEqual([bench.secret]);
    },
  );

  it(
    'carries no cookie, authorization or custom header to another origin, and names what it dropped',
    holds('binding.foreign-headers'),
    async () => {
      const other = open(await startServer());
      const own = await redirecting(status, () => `${other.origin()}/there`);
      const bench = open(senderBench([own.origin()]));
      const typed = ['Cookie', 'Authorization', 'X-Custom', 'Referer'];

      const exchange = await bench.exchange({
        url: `${own.origin()}/start`,
        method: 'POST',
        body: { kind: 'json', text: '{}' },
        headers: [
          ...typed.map((name) => ({ name, value: `typed-${name}`, isEnabled: true })),
          { name: 'Accept-Language', value: 'eo', isEnabled: true },
        ],
      });

      const keepsBody = status === 307 || status === 308;
      expect(Object.keys(other.received[0]?.headers ?? {}).sort()).toEqual(
        [
          'accept',
          'accept-encoding',
          'accept-language',
          'connection',
          'host',
          'user-agent',
          ...(keepsBody ? ['content-length', 'content-type'] : []),
        ].sort(),
      );
      expect(exchange.hops[1]?.droppedHeaders).toEqual(typed);
    },
  );
});

describe('a redirect', () => {
  it.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [303, 'POST', 'GET', ''],
    [303, 'PUT', 'GET', ''],
    [303, 'HEAD', 'HEAD', ''],
    [301, 'PUT', 'PUT', 'a body'],
    [302, 'DELETE', 'DELETE', 'a body'],
    [307, 'POST', 'POST', 'a body'],
    [308, 'PATCH', 'PATCH', 'a body'],
  ] as const)(
    'with %i turns %s into %s',
    holds('binding.method'),
    async (...[status, method, expected, body]) => {
      const own = await redirecting(status, () => '/there');
      const bench = open(senderBench([own.origin()]));

      await bench.exchange({
        url: `${own.origin()}/start`,
        method,
        body: method === 'HEAD' ? { kind: 'none' } : { kind: 'text', text: 'a body' },
      });

      expect(own.received[1]).toMatchObject({ method: expected, body });
      expect('content-type' in (own.received[1]?.headers ?? {})).toBe(body !== '');
    },
  );

  it('from https to http is refused, also on this computer', holds('binding.downgrade'), async () => {
    const authority = createCertificateAuthority();
    const plain = open(await startServer());
    const tls = authority.issue({ names: ['api.keyfob.test'] });
    const own = open(
      await startServer({ tls, answer: redirectTo(`http://127.0.0.1:${String(plain.port)}/`) }),
    );
    const origin = own.origin('api.keyfob.test');
    const bench = open(senderBench([origin, plain.origin()], { certificateAuthorities: [authority.cert] }));

    const exchange = await bench.exchange({ url: `${origin}/start` });

    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'redirect-refused' } });
    expect(plain.connectionCount()).toBe(0);
    expect(exchange.hops[0]).toMatchObject({ status: 302, location: `${plain.origin()}/` });
  });

  it.each([
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:alert(1)',
    'ftp://127.0.0.1/',
    'http://[',
    'https://a b/',
  ])('to %s is refused', holds('binding.schemes'), async (location) => {
    const own = await redirecting(302, () => location);
    const bench = open(senderBench([own.origin()]));

    const exchange = await bench.exchange({ url: `${own.origin()}/start` });

    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'redirect-refused' } });
    expect(own.received).toHaveLength(1);
  });

  it('is followed so often and no more, with the whole chain shown', holds('binding.hop-limit'), async () => {
    const own: RecordingServer = open(
      await startServer({ answer: (request, response) => redirectTo(`${request.url}x`)(request, response) }),
    );
    const bench = open(senderBench([own.origin()]));
    const settings = { ...DEFAULT_REQUEST_SETTINGS, maxRedirects: 3 };

    const exchange = await bench.exchange({ url: `${own.origin()}/`, settings });

    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'too-many-redirects' } });
    expect(exchange.hops.map((hop) => hop.location)).toEqual(
      ['x', 'xx', 'xxx', 'xxxx'].map((x) => `${own.origin()}/${x}`),
    );
    expect(own.received).toHaveLength(4);
  });

  it('is shown and not followed when the request says so', async () => {
    const own = await redirecting(302, () => '/there');
    const bench = open(senderBench([own.origin()]));
    const settings = { ...DEFAULT_REQUEST_SETTINGS, followRedirects: false };

    const exchange = await bench.exchange({ url: `${own.origin()}/start`, settings });

    expect(exchange.outcome).toMatchObject({ kind: 'response', response: { status: 302 } });
    expect(own.received).toHaveLength(1);
  });

  it(
    'whose address echoes the key is refused, whether plain or encoded',
    holds('binding.typed-key'),
    async () => {
      const other = open(await startServer());
      const own: RecordingServer = open(
        await startServer({
          answer: (request, response) => {
            const key = String(request.headers['x-api-key']);
            const echo =
              request.url === '/plain' ? encodeURIComponent(key) : Buffer.from(key).toString('base64url');
            redirectTo(`${other.origin()}/?echo=${echo}`)(request, response);
          },
        }),
      );
      const bench = open(senderBench([own.origin()]));

      for (const path of ['/plain', '/base64']) {
        const exchange = await bench.exchange({ url: `${own.origin()}${path}` });
        expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'redirect-refused' } });
        expect(searchBytes('exchange', JSON.stringify(exchange), [bench.secret])).toEqual([]);
      }
      expect(other.connectionCount()).toBe(0);
    },
  );

  it.each([
    ['scheme', (key: string) => `${key}:opaque`],
    ['host name', (key: string, port: number) => `http://${key}.localhost:${String(port)}/`],
  ])('whose %s echoes the key, which loses its case there, is refused', async (_part, location) => {
    const secret = `Tk${randomBytes(9).toString('hex')}`;
    const other = open(await startServer());
    const own = await redirecting(302, () => location(secret, other.port));
    const bench = open(senderBench([own.origin()], { secret }));

    const exchange = await bench.exchange({ url: `${own.origin()}/start` });

    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'redirect-refused' } });
    const kept = JSON.stringify([exchange, bench.history.get(exchange.id)]);
    expect(kept.toLowerCase()).not.toContain(secret.toLowerCase());
    expect(other.connectionCount()).toBe(0);
  });

  it(
    'with a body that holds the key’s value is not followed to another origin',
    holds('binding.foreign-headers'),
    async () => {
      const other = open(await startServer());
      const own = await redirecting(307, () => `${other.origin()}/`);
      const bench = open(senderBench([own.origin()]));

      const exchange = await bench.exchange({
        url: `${own.origin()}/start`,
        method: 'POST',
        body: { kind: 'json', text: JSON.stringify({ check: bench.secret }) },
      });

      expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'redirect-refused' } });
      expect(other.connectionCount()).toBe(0);
    },
  );

  it(
    'does not put another service’s key in, even where that key is bound',
    holds('binding.same-service'),
    async () => {
      const other = open(await startServer());
      const own = await redirecting(302, () => `${other.origin()}/`);
      const bench = open(senderBench([own.origin()]));
      bench.keys.directory.push(aService({ id: 'second', origins: [other.origin()] }));
      addKey(bench.keys, 'the-secret-of-the-other-service', { id: 'key-2', serviceId: 'second' });

      await bench.exchange({ url: `${own.origin()}/start` });

      expect(keysReceivedBy(other)).toEqual([undefined]);
      expect(bench.keys.opened).not.toContain('key-2');
    },
  );

  it(
    'does not take a key up on the way, when none was meant at the start',
    holds('binding.way-back'),
    async () => {
      const own = open(await startServer());
      const foreign = open(await startServer({ answer: redirectTo(`${own.origin()}/me`) }));
      const bench = open(senderBench([own.origin()]));

      const exchange = await bench.exchange({ url: `${foreign.origin()}/` });

      expect(keysReceivedBy(own)).toEqual([undefined]);
      expect(exchange.hops[1]?.signing).toMatchObject({ kind: 'unsigned', reason: 'no-service-for-origin' });
    },
  );

  it(
    'withholds the key at the next hop when it was disabled meanwhile',
    holds('binding.meanwhile'),
    async () => {
      const own: RecordingServer = await redirecting(302, () => {
        bench.keys.keys = bench.keys.keys.map((apiKey) => ({ ...apiKey, isDisabled: true }));
        return '/there';
      });
      const bench = open(senderBench([own.origin()]));

      const exchange = await bench.exchange({ url: `${own.origin()}/start` });

      expect(keysReceivedBy(own)).toEqual([bench.secret, undefined]);
      expect(exchange.hops[1]?.signing).toMatchObject({ kind: 'withheld', reason: 'key-disabled' });
    },
  );
});

describe('an odd Location', holds('binding.odd-location'), () => {
  const forms: readonly (readonly [string, (other: RecordingServer, own: RecordingServer) => string])[] = [
    ['scheme-relative', (other) => `//127.0.0.1:${String(other.port)}/x`],
    ['backslashes', (other) => `\\\\127.0.0.1:${String(other.port)}\\x`],
    ['mixed slashes', (other) => `/\\127.0.0.1:${String(other.port)}/x`],
    [
      'own origin as user-info',
      (other, own) => `http://127.0.0.1:${String(own.port)}@127.0.0.1:${String(other.port)}/x`,
    ],
    ['user and password', (other) => `http://user:pass@127.0.0.1:${String(other.port)}/x`],
    ['a tab in the scheme', (other) => `ht\ttp://127.0.0.1:${String(other.port)}/x`],
    ['a tab after the slashes', (other) => `/\t/127.0.0.1:${String(other.port)}/x`],
    ['upper case', (other) => `HTTP://127.0.0.1:${String(other.port)}/x`],
    ['a decimal address', (other) => `http://2130706433:${String(other.port)}/x`],
    ['a short address', (other) => `http://127.1:${String(other.port)}/x`],
    ['a percent-encoded host', (other) => `http://%31%32%37.0.0.1:${String(other.port)}/x`],
    ['slashes missing', (other) => `http:127.0.0.1:${String(other.port)}/x`],
    ['spaces around', (other) => `  http://127.0.0.1:${String(other.port)}/x  `],
  ];

  it.each(forms)('(%s) is judged by its parsed origin', async (_name, form) => {
    const other = open(await startServer());
    const own: RecordingServer = await redirecting(302, () => form(other, own));
    const bench = open(senderBench([own.origin()]));

    const exchange = await bench.exchange({ url: `${own.origin()}/start` });

    expectNoTraceOfTheKey(other, bench);
    expect(other.rawBytes().toString()).not.toMatch(/authorization/i);
    expect(keysReceivedBy(own)[0]).toBe(bench.secret);
    // What the parser took for a path of the first origin stayed there; everything else lost the key.
    const wentTo = exchange.hops[1]?.origin ?? 'nowhere';
    expect(exchange.hops[1]?.signing.kind ?? 'none').toBe(wentTo === own.origin() ? 'sent' : 'withheld');
  });
});
