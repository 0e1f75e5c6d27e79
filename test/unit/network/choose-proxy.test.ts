import { describe, expect, it } from 'vitest';
import { addressOf, isReachedDirectly, proxyOfSystem } from '../../../electron/network/choose-proxy.ts';
import { proxyAddressSchema } from '../../../shared/domain/network-settings.ts';
import { errorOf, valueOf } from '../../support/results.ts';

describe('the system’s answer', () => {
  it.each([
    ['DIRECT', null],
    ['', null],
    ['PROXY proxy.test:8080; DIRECT', 'http proxy.test 8080'],
    ['HTTPS secure.test:443', 'https secure.test 443'],
    ['SOCKS old.test:1080; SOCKS5 new.test:1081', 'socks5 new.test 1081'],
    ['PROXY [2001:db8::1]:3128', 'http 2001:db8::1 3128'],
    ['PROXY broken; DIRECT', null],
  ])('%s is %s', (answer, expected) => {
    const proxy = valueOf(proxyOfSystem(answer));
    expect(proxy === null ? null : `${proxy.scheme} ${proxy.host} ${String(proxy.port)}`).toBe(expected);
  });

  it('that names only kinds which are not spoken ends the request instead of going directly', () => {
    expect(errorOf(proxyOfSystem('SOCKS4 old.test:1080')).code).toBe('proxy-failed');
  });
});

describe('a typed proxy', () => {
  it.each([
    ['proxy.test:8080', 'http://proxy.test:8080'],
    ['HTTPS://Proxy.test:443/', 'https://proxy.test:443'],
    ['socks5://[::1]:1080', 'socks5://[::1]:1080'],
  ])('%s is kept as %s', (text, address) => {
    expect(proxyAddressSchema.parse(text)).toBe(address);
    expect(addressOf(address)).not.toBeNull();
  });

  it.each([
    '',
    'proxy.test',
    'http://me:pw@proxy.test:80',
    'ftp://proxy.test:21',
    'http://a.test:80/path',
    'a:0',
    'a:70000',
  ])('%j is refused', (text) => {
    expect(proxyAddressSchema.safeParse(text).success).toBe(false);
  });
});

describe('what is reached without a proxy', () => {
  it.each([
    ['http://localhost:3000/', [], true],
    ['https://api.localhost/', [], true],
    ['http://127.0.0.1/', [], true],
    ['https://[::1]/', [], true],
    ['https://api.test/', [], false],
    ['https://api.test/', ['api.test'], true],
    ['https://a.api.test/', ['.api.test'], true],
    ['https://a.api.test/', ['*.api.test'], true],
    ['https://notapi.test/', ['api.test'], false],
    ['https://api.test/', ['api.test:8443'], false],
    ['https://api.test:8443/', ['API.test:8443'], true],
    ['https://api.test/', ['api.test:443'], true],
    ['https://anything.test/', ['*'], true],
  ])('%s with %j: %s', (url, exceptions, expected) => {
    expect(isReachedDirectly(new URL(url), exceptions)).toBe(expected);
  });
});
