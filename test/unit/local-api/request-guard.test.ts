import { describe, expect, it } from 'vitest';
import { hasContent, refusalOf, type RequestHead } from '../../../electron/local-api/request-guard.ts';

const HOSTS = ['127.0.0.1:5362', 'localhost:5362'];

function statusOf(
  change: Partial<RequestHead> & { readonly headers?: readonly string[] } = {},
): number | null {
  const { headers = [], ...head } = change;
  const rawHeaders = head.rawHeaders ?? ['Host', '127.0.0.1:5362', ...headers];
  const request = { method: 'GET', target: '/me', httpVersion: '1.1', ...head, rawHeaders };
  return refusalOf(request, { hosts: HOSTS })?.status ?? null;
}

describe('the guard before routing', () => {
  it.each(['127.0.0.1:5362', 'localhost:5362', 'LocalHost:5362'])('lets the host %s in', (host) => {
    expect(statusOf({ rawHeaders: ['Host', host] })).toBeNull();
  });

  it.each([
    'evil.example',
    'evil.example:5362',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:80',
    'localhost:53620',
    'localhost.:5362',
    'localhost.evil.example:5362',
    '[::1]:5362',
    '127.0.0.2:5362',
    '127.1:5362',
    '2130706433:5362',
    '0.0.0.0:5362',
    'user@127.0.0.1:5362',
    '127.0.0.1:5362, evil.example',
    '127.0.0.1:5362/',
    '127.0.0.1:05362',
  ])('refuses the host %s', (host) => {
    expect(statusOf({ rawHeaders: ['Host', host] })).toBe(403);
  });

  it('refuses a missing, an empty and a doubled host', () => {
    expect(statusOf({ rawHeaders: [] })).toBe(400);
    expect(statusOf({ rawHeaders: ['Host', ''] })).toBe(400);
    expect(statusOf({ rawHeaders: ['Host', '127.0.0.1:5362', 'HOST', 'evil.example'] })).toBe(400);
    expect(statusOf({ rawHeaders: ['Host', 'evil.example', 'host', '127.0.0.1:5362'] })).toBe(400);
  });

  it.each(['https://evil.example', 'null', '', 'http://127.0.0.1:5362', 'http://localhost:5362'])(
    'refuses the origin %j',
    (origin) => {
      expect(statusOf({ headers: ['Origin', origin] })).toBe(403);
    },
  );

  it.each(['cross-site', 'same-site', 'same-origin', 'none, cross-site', ''])(
    'refuses Sec-Fetch-Site %j',
    (site) => {
      expect(statusOf({ headers: ['Sec-Fetch-Site', site] })).toBe(403);
    },
  );

  it('lets in an address that was typed into a browser', () => {
    expect(statusOf({ headers: ['Sec-Fetch-Site', 'none'] })).toBeNull();
    expect(statusOf({ headers: ['Sec-Fetch-Site', 'none', 'Sec-Fetch-Site', 'cross-site'] })).toBe(403);
  });

  it.each(['OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'QUERY', 'get', ''])(
    'refuses the method %j',
    (method) => {
      expect(statusOf({ method })).toBe(405);
    },
  );

  it.each([
    'http://evil.example/me',
    'http://127.0.0.1:5362/me',
    '*',
    'me',
    '',
    '/../me',
    '/x/../me',
    '/./me',
    '/%2e%2e/me',
    '/x/%2E./me',
    '/\\me',
    '/me\\',
    '/me#fragment',
    '/me?x=\\',
    '/"',
    '/ me',
  ])('refuses the target %j', (target) => {
    expect(statusOf({ target })).toBe(400);
  });

  it.each(['//evil.example/me', '/me?apikey=1&x=%2e%2e', '/collections/%2F', '/me/', '/%zz'])(
    'leaves the odd but plain target %j to the routes',
    (target) => {
      expect(statusOf({ target })).toBeNull();
    },
  );

  it('refuses a URL that is too long and headers that are too many', () => {
    expect(statusOf({ target: `/${'a'.repeat(4_096)}` })).toBe(414);
    expect(statusOf({ headers: Array.from({ length: 200 }, () => 'x') })).toBe(400);
  });

  it('refuses upgrades, other versions and other expectations', () => {
    expect(statusOf({ headers: ['Connection', 'Upgrade', 'Upgrade', 'websocket'] })).toBe(400);
    expect(statusOf({ headers: ['Connection', 'Upgrade', 'Upgrade', 'h2c'] })).toBe(400);
    expect(statusOf({ httpVersion: '0.9' })).toBe(400);
    expect(statusOf({ httpVersion: '2.0' })).toBe(400);
    expect(statusOf({ headers: ['Expect', 'a-miracle'] })).toBe(417);
  });

  it.each(['POST', 'PUT', 'PATCH'])('refuses a %s that is not JSON', (method) => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
    const odd = [
      'application/jsonp',
      'text/json',
      'application/json; charset=utf-16',
      'application/json, x/y',
    ];
    for (const type of [...types, ...odd])
      expect(statusOf({ method, headers: ['Content-Type', type] })).toBe(415);
    expect(statusOf({ method })).toBe(415);
    for (const type of ['application/json', 'Application/JSON; charset=UTF-8']) {
      expect(statusOf({ method, headers: ['Content-Type', type] })).toBeNull();
    }
  });

  it('holds a body to the same rules whatever the method', () => {
    for (const method of ['GET', 'HEAD', 'DELETE']) {
      expect(statusOf({ method, headers: ['Content-Length', '2'] })).toBe(415);
      expect(statusOf({ method, headers: ['Content-Length', '0'] })).toBeNull();
    }
  });

  it('refuses encoded, oversized and unclear bodies', () => {
    const json = ['Content-Type', 'application/json'];
    const post = (...headers: string[]): number | null =>
      statusOf({ method: 'POST', headers: [...json, ...headers] });
    expect(post('Content-Encoding', 'gzip')).toBe(415);
    expect(post('Content-Length', '1048576')).toBeNull();
    expect(post('Content-Length', '1048577')).toBe(413);
    expect(post('Transfer-Encoding', 'chunked')).toBeNull();
    expect(post('Transfer-Encoding', 'gzip, chunked')).toBe(400);
    expect(post('Transfer-Encoding', 'chunked', 'Content-Length', '5')).toBe(400);
    expect(post('Content-Length', '5', 'Content-Length', '6')).toBe(400);
    expect(post('Content-Type', 'text/plain')).toBe(400);
    expect(statusOf({ httpVersion: '1.0', headers: [...json, 'Transfer-Encoding', 'chunked'] })).toBe(400);
  });

  it('closes the connection of whatever it refuses, and never answers with a CORS header', () => {
    const head = {
      method: 'OPTIONS',
      target: '/me',
      httpVersion: '1.1',
      rawHeaders: ['Host', HOSTS[0] ?? ''],
    };
    const refusal = refusalOf(head, { hosts: HOSTS });
    expect(refusal).toMatchObject({ closes: true });
    expect(Object.keys(refusal?.headers ?? {})).toEqual(['Allow']);
  });
});

describe('whether a request has content', () => {
  it('follows its length or its transfer coding', () => {
    expect(hasContent(['Host', 'x'])).toBe(false);
    expect(hasContent(['content-length', '0'])).toBe(false);
    expect(hasContent(['Content-Length', '1'])).toBe(true);
    expect(hasContent(['transfer-encoding', 'chunked'])).toBe(true);
  });
});
