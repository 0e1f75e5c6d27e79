import { createHash } from 'node:crypto';
import { connect as connectTcp } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReply, startRig, type RawReply, type Rig } from '../integration/local-api/rig.ts';
import { holds } from '../support/holds.ts';

let rig: Rig;
let secret: string;
let hosts: { readonly good: string; readonly key: string };

beforeEach(async () => {
  rig = await startRig();
  secret = rig.addKey();
  hosts = { good: `Host: 127.0.0.1:${String(rig.port)}`, key: `X-API-Key: ${secret}` };
});
afterEach(() => rig.close());

/** A request with a good key: whatever refuses it did not refuse the key. */
function lines(...parts: readonly string[]): string {
  return `${parts.join('\r\n')}\r\n\r\n`;
}

const statusOf = ({ text }: RawReply): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1] ?? 0);

/** Refused before routing and before the key was looked at, closed, without a word for other origins. */
function expectRefused(reply: RawReply, status: number | readonly number[]): void {
  expect([status].flat()).toContain(statusOf(reply));
  expect(reply.isClosed).toBe(true);
  expect(reply.text).not.toMatch(/access-control-/i);
  expect(reply.text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  expect(rig.keyStore.lookups).toEqual([]);
}

describe('a web page that found the port', () => {
  it.each([
    ['by DNS rebinding', 'Host: evil.example', 403],
    ['by DNS rebinding, with the port', 'Host: evil.example:PORT', 403],
    ['with a look-alike', 'Host: localhost.evil.example:PORT', 403],
    ['with the address alone', 'Host: 127.0.0.1', 403],
    ['with another loopback address', 'Host: 127.0.0.2:PORT', 403],
    ['with IPv6', 'Host: [::1]:PORT', 403],
    ['with user-info', 'Host: localhost:PORT@evil.example', 403],
    ['with an empty host', 'Host: ', 400],
    ['without a host', 'X-Host: 127.0.0.1:PORT', 400],
    ['with two hosts, the good one first', 'Host: 127.0.0.1:PORT\r\nHost: evil.example', 400],
    ['with two hosts, the good one last', 'Host: evil.example\r\nhost: 127.0.0.1:PORT', 400],
    ['with the same host twice', 'Host: 127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT', 400],
  ])('is refused: %s', holds('api.host'), async (_, host, status) => {
    const header = host.replaceAll('PORT', String(rig.port));
    expectRefused(await rig.raw(lines('GET /me HTTP/1.1', header, hosts.key)), status);
    expectRefused(await rig.raw(lines('GET /me HTTP/1.0', header, hosts.key)), status);
  });

  it.each([
    'Origin: https://evil.example',
    'Origin: null',
    'Origin:',
    'Origin: http://127.0.0.1:PORT',
    'Origin: http://localhost:PORT',
    'Origin: app://keyfob',
    'Sec-Fetch-Site: cross-site',
    'Sec-Fetch-Site: same-site',
    'Sec-Fetch-Site: same-origin',
    'Sec-Fetch-Site: none\r\nSec-Fetch-Site: cross-site',
  ])('is refused: %s', holds('api.origin'), async (header) => {
    const sent = header.replaceAll('PORT', String(rig.port));
    expectRefused(await rig.raw(lines('GET /me HTTP/1.1', hosts.good, hosts.key, sent)), 403);
  });

  it('gets no permission by a preflight', holds('api.preflight'), async () => {
    const preflight = lines(
      'OPTIONS /me HTTP/1.1',
      hosts.good,
      'Origin: https://evil.example',
      'Access-Control-Request-Method: GET',
      'Access-Control-Request-Headers: x-api-key',
      'Access-Control-Request-Private-Network: true',
    );
    expectRefused(await rig.raw(preflight), 403);
    expectRefused(await rig.raw(lines('OPTIONS /me HTTP/1.1', hosts.good)), 405);
    expectRefused(await rig.raw(lines('OPTIONS * HTTP/1.1', hosts.good)), [400, 405]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', ''])(
    'cannot write with the type %j, which needs no preflight',
    holds('api.types'),
    async (type) => {
      const head = lines(
        'POST /collections HTTP/1.1',
        hosts.good,
        hosts.key,
        `Content-Type: ${type}`,
        'Content-Length: 2',
      );
      expectRefused(await rig.raw(`${head}{}`), 415);
    },
  );

  it('cannot open a WebSocket, a tunnel or a trace', holds('api.methods'), async () => {
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
    expectRefused(await rig.raw(lines('GET /me HTTP/1.1', hosts.good, hosts.key, ...upgrade)), 400);
    const h2c = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'];
    expectRefused(await rig.raw(lines('GET /me HTTP/1.1', hosts.good, hosts.key, ...h2c)), 400);
    expectRefused(await rig.raw('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), 400);
    expectRefused(await rig.raw(lines('CONNECT evil.example:443 HTTP/1.1', 'Host: evil.example:443')), 405);
    expectRefused(await rig.raw(lines('CONNECT 127.0.0.1:22 HTTP/1.1', hosts.good, hosts.key)), 405);
    expectRefused(await rig.raw(lines('TRACE /me HTTP/1.1', hosts.good, hosts.key)), 405);
  });

  it('cannot use the server as a proxy', holds('api.methods'), async () => {
    for (const target of [
      'http://evil.example/me',
      `http://127.0.0.1:${String(rig.port)}/me`,
      'evil.example',
    ]) {
      expectRefused(await rig.raw(lines(`GET ${target} HTTP/1.1`, hosts.good, hosts.key)), 400);
    }
  });
});

describe('a request that two readers could read differently', holds('api.smuggling'), () => {
  const smuggled = 'GET /me HTTP/1.1\r\nHost: smuggled\r\n\r\n';
  const chunked = `0\r\n\r\n${smuggled}`;
  const post = 'POST /me HTTP/1.1\r\nHOST\r\nKEY\r\nContent-Type: application/json';

  it.each([
    ['two lengths', `${post}\r\nContent-Length: 2\r\nContent-Length: 44\r\n\r\n{}${smuggled}`],
    ['the same length twice', `${post}\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}${smuggled}`],
    ['a list of lengths', `${post}\r\nContent-Length: 2, 2\r\n\r\n{}${smuggled}`],
    ['a signed length', `${post}\r\nContent-Length: +2\r\n\r\n{}${smuggled}`],
    ['a negative length', `${post}\r\nContent-Length: -1\r\n\r\n${smuggled}`],
    ['a length with an underscore', `${post}\r\nContent-Length: 1_0\r\n\r\n${smuggled}`],
    ['a hexadecimal length', `${post}\r\nContent-Length: 0x2\r\n\r\n{}${smuggled}`],
    ['a length beyond 64 bits', `${post}\r\nContent-Length: 18446744073709551618\r\n\r\n{}${smuggled}`],
    ['an empty length', `${post}\r\nContent-Length: \r\n\r\n${smuggled}`],
    ['length and chunked', `${post}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n${chunked}`],
    ['chunked and length', `${post}\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n${chunked}`],
    [
      'chunked twice',
      `${post}\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n${chunked}`,
    ],
    ['chunked, then identity', `${post}\r\nTransfer-Encoding: chunked, identity\r\n\r\n${chunked}`],
    ['gzip, chunked', `${post}\r\nTransfer-Encoding: gzip, chunked\r\n\r\n${chunked}`],
    ['an unknown coding', `${post}\r\nTransfer-Encoding: xchunked\r\n\r\n${chunked}`],
    [
      'chunked after a tab and a control character',
      `${post}\r\nTransfer-Encoding:\t\x0bchunked\r\n\r\n${chunked}`,
    ],
    ['a space before the colon', `${post}\r\nTransfer-Encoding : chunked\r\n\r\n${chunked}`],
    ['a folded header', `${post}\r\nTransfer-Encoding:\r\n chunked\r\n\r\n${chunked}`],
    [
      'chunked over HTTP/1.0',
      `${post.replace('1.1', '1.0')}\r\nTransfer-Encoding: chunked\r\n\r\n${chunked}`,
    ],
    ['bare line feeds', `GET /me HTTP/1.1\nHOST\n\n`],
    ['a bare line feed in the head', `GET /me HTTP/1.1\r\nHOST\nX: y\r\n\r\n`],
    ['a bare line feed at the end', `GET /me HTTP/1.1\r\nHOST\r\n\n`],
    ['a bare carriage return', `GET /me HTTP/1.1\r\nHOST\rX: y\r\n\r\n`],
    ['a NUL in a header', `GET /me HTTP/1.1\r\nHOST\r\nX: a\0b\r\n\r\n`],
    ['a NUL in a header’s name', `GET /me HTTP/1.1\r\nHOST\r\nX\0: a\r\n\r\n`],
    ['a NUL in the target', `GET /me\0 HTTP/1.1\r\nHOST\r\n\r\n`],
    ['a NUL in the host', `GET /me HTTP/1.1\r\nHOST\0\r\n\r\n`],
    ['a header without a name', `GET /me HTTP/1.1\r\nHOST\r\n: x\r\n\r\n`],
    ['a space before the first header', `GET /me HTTP/1.1\r\n HOST\r\n\r\n`],
    ['oversized headers', `GET /me HTTP/1.1\r\nHOST\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['too many headers', `GET /me HTTP/1.1\r\nHOST\r\n${'X: y\r\n'.repeat(150)}\r\n`],
    [
      'very many headers, another host last',
      `GET /me HTTP/1.1\r\nHOST\r\n${'a:\r\n'.repeat(2_500)}Host: x\r\n\r\n`,
    ],
    ['an oversized target', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHOST\r\n\r\n`],
    ['HTTP/0.9', 'GET /me\r\n\r\n'],
    ['HTTP/1.2', 'GET /me HTTP/1.2\r\nHOST\r\n\r\n'],
    ['an invented method', 'FETCH /me HTTP/1.1\r\nHOST\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['dots that walk up', 'GET /x/../me HTTP/1.1\r\nHOST\r\n\r\n'],
    ['encoded dots that walk up', 'GET /x/%2e%2e/me HTTP/1.1\r\nHOST\r\n\r\n'],
    ['a backslash', 'GET \\me HTTP/1.1\r\nHOST\r\n\r\n'],
  ])('is answered 400 and closed: %s', async (_, text) => {
    const sent = text.replaceAll('HOST', hosts.good).replaceAll('KEY', hosts.key);
    expectRefused(await rig.raw(sent), 400);
    expect((await rig.get('/me', secret)).status).toBe(200);
  });

  it.each([
    ['a chunk size in another notation', '0x2\r\n{}\r\n0\r\n\r\n'],
    ['a chunk size beyond 64 bits', 'ffffffffffffffffff\r\n{}\r\n0\r\n\r\n'],
    ['a chunk longer than its size', '1\r\n{}\r\n0\r\n\r\n'],
    ['bare line feeds in chunks', '2\n{}\n0\n\n'],
    ['a line feed in a chunk extension', '2;\n{}\r\n0\r\n\r\n'],
  ])('is answered 400 and closed, when it shows in the body: %s', async (_, body) => {
    const head = lines(
      'POST /me HTTP/1.1',
      hosts.good,
      hosts.key,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    );
    const reply = await rig.raw(head + body + smuggled);
    expect(statusOf(reply)).toBe(400);
    expect(reply.isClosed).toBe(true);
    expect(reply.text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  it('answers requests that were sent ahead in their order', async () => {
    const ahead =
      lines('GET /me HTTP/1.1', hosts.good, hosts.key) + lines('GET /none HTTP/1.1', hosts.good, hosts.key);
    const last = lines('GET /environments HTTP/1.1', hosts.good, hosts.key, 'Connection: close');
    const { text } = await rig.raw(ahead + last);
    expect([...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status)).toEqual([
      '200',
      '404',
      '200',
    ]);
  });

  it('serves no client that sends requests ahead without end, and others meanwhile', async () => {
    const reply = rig.raw(lines('GET /me HTTP/1.1', hosts.good, hosts.key).repeat(2_000));
    expect((await rig.get('/me', secret)).status).toBe(200);
    expect((await reply).isClosed).toBe(true);
    await rig.localApi.stop();
    expect(rig.clock.pendingTimers()).toBe(0);
  });

  it('does not smuggle a second request past a refused first one', async () => {
    const refused = lines('GET /me HTTP/1.1', hosts.good, 'Origin: https://evil.example');
    expectRefused(await rig.raw(refused + lines('GET /me HTTP/1.1', hosts.good, hosts.key)), 403);
  });
});

describe('a body made to hurt', () => {
  async function post(
    body: string | Uint8Array<ArrayBuffer>,
  ): Promise<{ readonly status: number; readonly message: string }> {
    const headers = { 'X-API-Key': secret, 'Content-Type': 'application/json' };
    const response = await fetch(`${rig.url}/collections`, { method: 'POST', headers, body });
    return { status: response.status, message: await response.text() };
  }

  it.each([
    ['a depth bomb', '['.repeat(100_000)],
    ['a closed depth bomb', '{"a":'.repeat(1_000) + '1' + '}'.repeat(1_000)],
    ['a key twice', '{"collection": 1, "collection": 2}'],
    ['a key twice, once escaped', '{"a": 1, "\\u0061": 2}'],
    ['__proto__', '{"__proto__": {"isAdmin": true}}'],
    ['__proto__, escaped and nested', '{"a": [{"\\u005f\\u005fproto__": {}}]}'],
    ['no JSON', 'hello'],
    ['UTF-16', new Uint8Array(Buffer.from('{}', 'utf16le'))],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
  ])('is answered 400: %s', holds('api.json'), async (_, body) => {
    const { status, message } = await post(body);
    expect(status).toBe(400);
    expect(message).toContain('malformedRequestError');
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined(); // reads what a polluted prototype would show
    expect((await rig.get('/me', secret)).status).toBe(200);
  });

  it('is the only one that is refused: a good one is taken', async () => {
    expect((await post('{"collection": {"info": {"name": "Good"}, "item": []}}')).status).toBe(200);
  });

  describe.each([
    ['/environments', 1_048_576],
    ['/collections', 8 * 1_048_576],
  ])('at %s, with more than %i bytes', (path, most) => {
    const head = () => [`POST ${path} HTTP/1.1`, hosts.good, hosts.key, 'Content-Type: application/json'];

    it('is answered 413 when its length says so, before it is read', holds('api.sizes'), async () => {
      const request = lines(...head(), `Content-Length: ${String(most + 1)}`, 'Expect: 100-continue');
      const reply = await rig.raw(request, /413[^]*contentTooLarge/);
      expect(statusOf(reply)).toBe(413);
    });

    it('is answered 413 when it grows beyond that without saying so', holds('api.sizes'), async () => {
      const socket = await rig.connect();
      const reply = readReply(socket);
      socket.write(lines(...head(), 'Transfer-Encoding: chunked'));
      const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`;
      for (let sent = 0; sent < most * 2; sent += 65_536) socket.write(chunk);
      const { text, isClosed } = await reply;
      expect(text).toMatch(/^HTTP\/1\.1 413 /);
      expect(isClosed).toBe(true);
      expect((await rig.get('/me', secret)).status).toBe(200);
    });
  });

  it('is not read at all without a good key', holds('api.sizes'), async () => {
    const head = ['POST /collections HTTP/1.1', hosts.good, 'Content-Type: application/json'];
    const reply = await rig.raw(
      lines(...head, 'Content-Length: 1000000', 'Expect: 100-continue'),
      /Invalid API Key/,
    );
    expect(statusOf(reply)).toBe(401);
    expect(reply.text).toMatch(/\r\nConnection: close\r\n/);
  });

  it('leaves others served while it trickles in', holds('api.slow'), async () => {
    const head = ['POST /collections HTTP/1.1', hosts.good, hosts.key, 'Content-Type: application/json'];
    for (let open = 0; open < 50; open += 1) {
      (await rig.connect()).write(lines(...head, 'Content-Length: 1000000'));
    }
    expect((await rig.get('/me', secret)).status).toBe(200);
  });
});

describe('every answer', () => {
  const PATHS = ['/me', '/collections', '/workspaces/x', '/collections/x', '/none', '/me?apikey=x'];

  it(
    'forbids caching, sniffing, running and reading from elsewhere, and names no software',
    holds('api.headers'),
    async () => {
      for (const path of PATHS) {
        for (const init of [{}, { headers: { 'X-API-Key': secret } }, { headers: { Origin: 'null' } }]) {
          const { headers } = await fetch(rig.url + path, init);
          expect(Object.fromEntries(headers)).toMatchObject({
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
            'content-type': 'application/json; charset=utf-8',
            'cross-origin-resource-policy': 'same-origin',
          });
          expect(headers.get('content-security-policy')).toContain("default-src 'none'");
          const names = [...headers.keys()];
          expect(
            names.filter((name) => /^(server|x-powered-by|set-cookie|access-control-.*)$/.test(name)),
          ).toEqual([]);
        }
      }
    },
  );

  it('to a GET leaves the ledger as it was, but for the count of calls', holds('api.get'), async () => {
    const dump = (): string => {
      const tables = ['members', 'local_workspaces', 'local_collections', 'local_environments', 'api_keys'];
      const rows = tables.map((table) => rig.ledger.all(`SELECT * FROM ${table}`));
      return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    };
    const before = dump();
    for (const path of [...PATHS, '/collections?delete=1', '/environments', '/collection-access-keys']) {
      await rig.get(path, secret);
      await fetch(rig.url + path, { method: 'HEAD', headers: { 'X-API-Key': secret } });
    }
    await rig.localApi.stop();
    expect(dump()).toBe(before);
  });

  it(
    'and every line of the log is free of the keys that were presented',
    holds('confinement.logs'),
    async () => {
      const bad = rig.addKey('key-2', 'expired');
      const answers: string[] = [];
      for (const key of [secret, bad, `${secret}x`]) {
        for (const path of ['/me', `/collections/x?apikey=${key}`, '/none']) {
          const response = await rig.get(path, key);
          answers.push(await response.text(), JSON.stringify([...response.headers]));
        }
      }
      const everything = answers.join('\n') + JSON.stringify(rig.logger.lines);
      for (const key of [secret, bad]) expect(everything).not.toContain(key.slice(-38));
      expect(rig.logger.lines.length).toBeGreaterThan(0);
    },
  );
});

describe('many connections at once', () => {
  it('are served, whoever else says nothing', holds('api.slow'), async () => {
    const silent = Array.from({ length: 300 }, () =>
      connectTcp(rig.port, '127.0.0.1').on('error', () => undefined),
    );
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async () => (await rig.get('/me', secret)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    for (const socket of silent) socket.destroy();
  });
});
