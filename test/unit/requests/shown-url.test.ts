import { describe, expect, it } from 'vitest';
import { isSensitiveHeader, isSensitiveName, PLAIN_HEADERS } from '../../../shared/domain/sensitive-names.ts';
import { shownUrl } from '../../../electron/requests/shown-url.ts';

describe('an address that is shown', () => {
  it.each([
    ['https://u:p@a.test/x#frag', 'https://a.test/x'],
    ['https:\\\\u:p@a.test/x', 'https:\\\\a.test/x'],
    ['//u@a.test/', '//a.test/'],
    ['https://a.test/?access_key=PMAT&x=1', 'https://a.test/?access_key=••••••••&x=1'],
    ['https://a.test/?X=1&API%5FKEY=abc', 'https://a.test/?X=1&API%5FKEY=••••••••'],
    ['{{baseUrl}}/me?apikey=abc', '{{baseUrl}}/me?apikey=••••••••'],
    ['https://a.test/?token=', 'https://a.test/?token='],
    ['https://a.test/?q=a@b.test&%=1', 'https://a.test/?q=a@b.test&%=1'],
    ['https://a.test/p@th?x=1', 'https://a.test/p@th?x=1'],
  ])('%s is %s', (url, expected) => {
    expect(shownUrl(url)).toBe(expected);
  });
});

describe('a name', () => {
  it.each([
    'access_key',
    'apikey',
    'api_key',
    'api-key',
    'token',
    'access_token',
    'accessToken',
    'key',
    'X-Functions-Key',
    'clientSecret',
    'password',
    'Ocp-Apim-Subscription-Key',
    'sig',
    'X-Amz-Signature',
  ])('%s is that of a secret', (name) => {
    expect(isSensitiveName(name)).toBe(true);
  });

  it.each(['name', 'keyword', 'monkey', 'collectionId', 'sort', 'author', 'q', '', 'keys', 'assign'])(
    '%s is not',
    (name) => {
      expect(isSensitiveName(name)).toBe(false);
    },
  );

  it.each(['Authorization', 'COOKIE', 'Set-Cookie', 'Proxy-Authorization', 'X-API-Key'])(
    '%s is a header that is masked',
    (name) => {
      expect(isSensitiveHeader(name)).toBe(true);
    },
  );
});

it('takes no header for plain whose name would be sensitive', () => {
  expect([...PLAIN_HEADERS].filter(isSensitiveName)).toEqual([]);
});
