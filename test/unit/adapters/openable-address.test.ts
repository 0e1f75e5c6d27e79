import { expect, test } from 'vitest';
import { openableAddress, openableLocalAddress } from '../../../electron/adapters/openable-address.ts';
import { holds } from '../../support/holds.ts';

test(
  'https addresses can be opened, and their host is the one that the network knows',
  holds('bridge.links'),
  () => {
    expect(openableAddress('https://web.postman.co/settings/me/api-keys')?.hostname).toBe('web.postman.co');
    expect(openableAddress('https://pоstman.com/')?.hostname).toBe('xn--pstman-wqf.com');
  },
);

test.each([
  '',
  'http://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:a@example.com',
  'smb://host/share',
  'ms-msdt:/id',
  'https://',
  'https://www.postman.com@evil.example/',
  'https://user:word@example.com/',
])('%j is not opened', holds('bridge.links'), (address) => {
  expect(openableAddress(address)).toBeNull();
});

test('of http only what this computer serves on 127.0.0.1 is opened, and only where that was asked for', () => {
  const own = 'http://127.0.0.1:5362/keyfob/v1/openapi.json';
  expect(openableLocalAddress(own)?.href).toBe(own);
  expect(openableAddress(own)).toBeNull();
  for (const address of [
    'http://localhost:5362/',
    'http://127.0.0.1.example.com/',
    'http://127.0.0.1@evil.example/',
    'https://127.0.0.1/',
    'http://[::1]/',
    'file:///127.0.0.1',
    '',
  ])
    expect(openableLocalAddress(address)).toBeNull();
});
