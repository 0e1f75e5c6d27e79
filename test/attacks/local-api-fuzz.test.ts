import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRig, type Rig } from '../integration/local-api/rig.ts';
import { fuzz } from '../support/fuzz.ts';
import { holds } from '../support/holds.ts';

let rig: Rig;
let secret: string;
beforeAll(async () => {
  rig = await startRig();
  secret = rig.addKey();
});
afterAll(() => rig.close());

const STATUS = /HTTP\/1\.1 (\d{3}) /g;

async function expectHarmless(text: string): Promise<void> {
  // A last, whole request that closes, so that an answer to unfinished input is not waited for.
  const { text: reply } = await rig.raw(`${text}\r\n\r\nGET / HTTP/1.1\r\nConnection: close\r\n\r\n`);
  const statuses = [...reply.matchAll(STATUS)].map(([, status]) => Number(status));
  expect(statuses.length).toBeGreaterThan(0);
  for (const status of statuses) expect(status).toBeLessThan(500);
  expect(reply).not.toMatch(/access-control-/i);
  // A minute passes, so that the limits are not all that is met.
  rig.clock.advance(60_000);
}

const printable = fc.string({
  unit: fc.constantFrom(...Array.from('/?#&=%.\\:;,"\'{}[]()<>@!$*+-_~ aZ09\t\0\x7fé')),
});
const path = fc.oneof(
  fc.constantFrom(
    '/me',
    '/collections',
    '/collections/',
    '/workspaces/x',
    '/environments',
    '/%2e%2e/me',
    '//',
    '/%',
  ),
  printable.map((text) => `/${text}`),
  fc.webPath().map((text) => `/collections/${text}`),
);
const headerName = fc.oneof(
  fc.constantFrom('X-API-Key', 'Content-Length', 'Transfer-Encoding', 'Content-Type', 'Expect', 'Connection'),
  fc.constantFrom(
    'Origin',
    'Sec-Fetch-Site',
    'Upgrade',
    'Host',
    'Content-Encoding',
    'Cookie',
    '__proto__',
    'TE',
  ),
  printable,
);
const headerValue = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '5',
    '-1',
    'chunked',
    'application/json',
    'close',
    '100-continue',
    '__proto__',
    'none',
  ),
  printable,
);
const method = fc.constantFrom(
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'get',
  '',
);

describe('whatever is sent', holds('limits.routes'), () => {
  it('to any path with a good key is never answered 500', async () => {
    const request = fc.record({ method, path, query: fc.webQueryParameters(), body: fc.json() });
    await fc.assert(
      fc.asyncProperty(request, async (sent) => {
        const head = [
          `${sent.method} ${sent.path}?${sent.query} HTTP/1.1`,
          `Host: 127.0.0.1:${String(rig.port)}`,
          `X-API-Key: ${secret}`,
          'Content-Type: application/json',
          `Content-Length: ${String(Buffer.byteLength(sent.body, 'latin1'))}`,
        ];
        await expectHarmless(`${head.join('\r\n')}\r\n\r\n${sent.body}`);
      }),
      fuzz(800),
    );
  });

  it('with any headers is never answered 500', async () => {
    const headers = fc.array(fc.tuple(headerName, headerValue), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(method, headers, fc.boolean(), async (verb, list, hasGoodHead) => {
        const good = hasGoodHead ? [`Host: 127.0.0.1:${String(rig.port)}`, `X-API-Key: ${secret}`] : [];
        const head = [`${verb} /me HTTP/1.1`, ...good, ...list.map(([name, value]) => `${name}: ${value}`)];
        await expectHarmless(head.join('\r\n'));
      }),
      fuzz(800),
    );
  });

  it('as raw bytes is never answered 500', async () => {
    const bytes = fc
      .uint8Array({ minLength: 1, maxLength: 300 })
      .map((array) => Buffer.from(array).toString('latin1'));
    const mutated = fc.tuple(fc.nat(80), fc.nat(255)).map(([place, code]) => {
      const request = `GET /me HTTP/1.1\r\nHost: 127.0.0.1:${String(rig.port)}\r\nX-API-Key: ${secret}`;
      return request.slice(0, place) + String.fromCharCode(code) + request.slice(place + 1);
    });
    await fc.assert(fc.asyncProperty(fc.oneof(bytes, mutated), expectHarmless), fuzz(600));
  });

  it('as a HEAD with content that is not read gets the head of an answer', async () => {
    const reply = await rig.raw('HEAD /me HTTP/1.1\r\nContent-Length: 500\r\n\r\n', /\r\n\r\n$/);
    expect(reply.isClosed).toBe(false);
    expect(reply.text).toMatch(/^HTTP\/1\.1 400 [^]*\r\nConnection: close\r\n/);
  });

  it('leaves the server as it was', async () => {
    expect((await rig.get('/me', secret)).status).toBe(200);
    expect(rig.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
