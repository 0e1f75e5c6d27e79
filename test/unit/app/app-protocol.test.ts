import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appScheme, createAppProtocol } from '../../../electron/app/app-protocol.ts';
import { holds } from '../../support/holds.ts';

let folder: string;
let handle: (request: Request) => Promise<Response>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyfob-app-protocol-'));
  await mkdir(join(folder, 'root', 'assets'), { recursive: true });
  await mkdir(join(folder, 'root-beside'));
  await writeFile(join(folder, 'outside.json'), '"outside"');
  await writeFile(join(folder, 'root-beside', 'beside.json'), '"outside"');
  await writeFile(
    join(folder, 'root', 'index.html'),
    '<!doctype html><html><head><title>Keyfob</title></head></html>',
  );
  await writeFile(join(folder, 'root', 'assets', 'index.js'), 'export {};');
  await writeFile(join(folder, 'root', 'assets', 'a b é.css'), 'a{}');
  await writeFile(join(folder, 'root', 'notes.txt'), 'not a type that is served');
  await symlink(join(folder, 'outside.json'), join(folder, 'root', 'linked.json'));
  await symlink(join(folder, 'root-beside'), join(folder, 'root', 'linked'));
  handle = createAppProtocol(join(folder, 'root'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A request whose address is the text that came, not what a URL parser makes of it. */
function get(url: string, method = 'GET'): Promise<Response> {
  return handle({ url, method } as Request); // The two parts that the handler reads.
}

describe('app://', () => {
  test.each([
    ['app://keyfob/index.html', 'text/html; charset=utf-8'],
    ['app://keyfob/', 'text/html; charset=utf-8'],
    ['app://keyfob/?screen=settings#top', 'text/html; charset=utf-8'],
    ['app://keyfob/assets/index.js', 'text/javascript; charset=utf-8'],
    ['app://keyfob/assets/a%20b%20%C3%A9.css', 'text/css; charset=utf-8'],
  ])('serves %s as %s', async (url, contentType) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('serves the main window’s page drawn, where it can be, under its own nonce', async () => {
    const asked: string[] = [];
    handle = createAppProtocol(join(folder, 'root'), (nonce) => {
      asked.push(nonce);
      return Promise.resolve(asked.length > 1 ? null : '<html><head></head><body>drawn</body></html>');
    });
    const drawn = await get('app://keyfob/index.html');
    const nonce = asked[0] ?? '';
    expect(drawn.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect(await drawn.text()).toBe(
      `<html><head><meta property="csp-nonce" nonce="${nonce}"></head><body>drawn</body></html>`,
    );
    expect(await (await get('app://keyfob/index.html')).text()).toContain('<title>Keyfob</title>');
    expect(new Set(asked).size).toBe(2);
    // The palette's page and the files are never drawn.
    await get('app://keyfob/index.html?quick-copy');
    await get('app://keyfob/assets/index.js');
    expect(asked).toHaveLength(2);
  });

  test.each([
    'app://keyfob/../outside.json',
    'app://keyfob/assets/../../outside.json',
    'app://keyfob/%2e%2e/outside.json',
    'app://keyfob/.%2E/outside.json',
    'app://keyfob/%2e%2e%2foutside.json',
    'app://keyfob/..%2foutside.json',
    'app://keyfob/..%5coutside.json',
    'app://keyfob/..\\outside.json',
    'app://keyfob/%252e%252e/outside.json',
    'app://keyfob/assets/..',
    'app://keyfob/./index.html',
    'app://keyfob//etc/hosts.json',
    'app://keyfob//index.html',
    'app://keyfob/index.html/',
    'app://keyfob/index.html%00',
    'app://keyfob/index.html%00.js',
    'app://keyfob/linked.json',
    'app://keyfob/linked/beside.json',
    'app://keyfob/../root-beside/beside.json',
    'app://keyfob/C:/index.html',
    'app://keyfob/index.html::$DATA',
    'app://keyfob/%E0%A4%A',
    'app://keyfob/missing.js',
    'app://keyfob/assets',
    'app://keyfob/notes.txt',
    'app://keyfob/INDEX.HTML',
    `app://keyfob/${'a'.repeat(5000)}.js`,
    'app://keyfob',
    'app://other/index.html',
    'app://keyfob.evil/index.html',
    'app://user@keyfob/index.html',
    'https://keyfob/index.html',
    'file:///etc/passwd',
  ])('does not find %s', holds('bridge.paths'), async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each(['POST', 'HEAD', 'PUT'])('refuses %s', async (method) => {
    expect((await get('app://keyfob/index.html', method)).status).toBe(405);
  });

  test('gives the page and its policy the same nonce, a new one each time', async () => {
    const responses = [await get('app://keyfob/index.html'), await get('app://keyfob/index.html')];
    const nonces = await Promise.all(
      responses.map(async (response) => {
        const policy = response.headers.get('content-security-policy') ?? '';
        const nonce = /style-src 'self' 'nonce-([\w+/=]{22,})'/.exec(policy)?.[1];
        expect(await response.text()).toContain(`<head><meta property="csp-nonce" nonce="${String(nonce)}">`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  test('allows no inline script, no eval and nothing remote', holds('bridge.policy'), async () => {
    const policy = (await get('app://keyfob/index.html')).headers.get('content-security-policy') ?? '';
    const directives = new Map(
      policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    );
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    for (const name of [
      'connect-src',
      'frame-src',
      'object-src',
      'form-action',
      'base-uri',
      'frame-ancestors',
    ]) {
      expect(directives.get(name), name).toEqual(["'none'"]);
    }
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('may neither bypass the policy nor be fetched', () => {
    expect(appScheme.privileges).not.toHaveProperty('bypassCSP');
    expect(appScheme.privileges).toMatchObject({ standard: true, secure: true, supportFetchAPI: false });
  });
});
