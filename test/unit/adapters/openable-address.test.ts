import { expect, test } from 'vitest';
import { openableAddress } from '../../../electron/adapters/openable-address.ts';

test('https addresses can be opened, and their host is the one that the network knows', () => {
  expect(openableAddress('https://web.postman.co/settings/me/api-keys')?.hostname).toBe('web.postman.co');
  expect(openableAddress('https://pоstman.com/')?.hostname).toBe('xn--pstman-wqf.com');
});

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
])('%j is not opened', (address) => {
  expect(openableAddress(address)).toBeNull();
});
