import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canCarryKey } from '../../../electron/keys/key-header-names.ts';
import { addedOrigins, checkServiceDraft } from '../../../electron/keys/service-rules.ts';
import { aServiceDraft } from '../../support/builders.ts';
import { errorOf, valueOf } from '../../support/results.ts';

describe('the header of a service', () => {
  it.each(['X-API-Key', 'Authorization', 'api_key', 'X-Auth-Token', 'DD-API-KEY'])('may be %s', (name) => {
    expect(canCarryKey(name)).toBe(true);
  });

  it.each([
    'Host',
    'host',
    'HOST',
    'Content-Length',
    'Content-Type',
    'Content-Encoding',
    'Transfer-Encoding',
    'Connection',
    'Keep-Alive',
    'Cookie',
    'Set-Cookie',
    'Upgrade',
    'TE',
    'Trailer',
    'Expect',
    'Origin',
    'Referer',
    'Proxy-Authorization',
    'proxy-connection',
    'Sec-Fetch-Site',
    'Access-Control-Request-Headers',
  ])('cannot be %s', (name) => {
    expect(canCarryKey(name)).toBe(false);
    expect(errorOf(checkServiceDraft(aServiceDraft({ headerName: name })))).toMatchObject({
      code: 'invalid-input',
      field: 'headerName',
    });
  });
});

describe('the base URL of a service', () => {
  it('is refused when its own origin is not among the origins, and the error says which', () => {
    const error = errorOf(checkServiceDraft(aServiceDraft({ baseUrl: 'https://other.example/v1' })));
    expect(error).toMatchObject({ code: 'invalid-input', field: 'baseUrl' });
    expect(error.remedy).toContain('https://other.example');
  });

  it.each([
    ['another port', 'https://api.weather.example:8443/'],
    ['plain http', 'http://api.weather.example/'],
    ['a suffix', 'https://api.weather.example.evil.example/'],
    ['a trailing dot', 'https://api.weather.example./'],
  ])('is refused with %s', (_, baseUrl) => {
    expect(errorOf(checkServiceDraft(aServiceDraft({ baseUrl }))).field).toBe('baseUrl');
  });

  it.each([
    'https://ada:pass@api.weather.example/',
    'https://api.weather.example/?key=1',
    'https://api.weather.example/#key',
  ])('never holds what may be a secret: %s', (baseUrl) => {
    expect(errorOf(checkServiceDraft(aServiceDraft({ baseUrl }))).message).toContain('no user name');
  });

  it('may have a path and other case in its host', () => {
    const draft = aServiceDraft({ baseUrl: 'https://API.Weather.example/v2/' });
    expect(valueOf(checkServiceDraft(draft)).baseUrl).toBe('https://API.Weather.example/v2/');
  });
});

describe('the origins of a service', () => {
  it.each(['http://api.weather.example', 'https://api.weather.example/', 'https://API.weather.example'])(
    'are refused unless they are https (or this computer) and in their one form: %s',
    (origin) => {
      expect(errorOf(checkServiceDraft(aServiceDraft({ origins: [origin] }))).code).toBe(
        'origin-not-allowed',
      );
    },
  );

  it('are added when they were not there before', () => {
    const origin = fc.constantFrom('a', 'b', 'c', 'd').map((name) => `https://${name}.example`);
    const origins = fc.uniqueArray(origin);
    fc.assert(
      fc.property(origins, origins, (before, after) => {
        const added = addedOrigins(before, after);
        expect(added.every((origin) => after.includes(origin) && !before.includes(origin))).toBe(true);
        expect(after.every((origin) => before.includes(origin) || added.includes(origin))).toBe(true);
      }),
    );
  });
});

describe('the name of a service', () => {
  it.each(['Wea\u0007ther', 'Wea\nther', 'Wea\ud800ther'])(
    'has no control or broken characters: %j',
    (name) => {
      expect(errorOf(checkServiceDraft(aServiceDraft({ name }))).field).toBe('name');
    },
  );
});

describe('the check URL of a service', () => {
  const check = (checkUrl: string | null) => checkServiceDraft(aServiceDraft({ checkUrl }));

  it('lies at one of its origins, or is none', () => {
    const url = 'https://api.weather.example/v1/me';
    expect(valueOf(check(url)).checkUrl).toBe(url);
    expect(valueOf(check(null)).checkUrl).toBeNull();
  });

  it.each([
    'https://evil.example/me',
    'https://api.weather.example.evil.example/me',
    'https://api.weather.example:8443/me',
    'http://api.weather.example/me',
    'https://api.weather.example@evil.example/me',
    'https://user:pass@api.weather.example/me',
    'https://api.weather.example/me?key=x',
    'https://api.weather.example/me#x',
    'file:///etc/passwd',
    'nonsense',
  ])('cannot be %s', (url) => {
    expect(errorOf(check(url))).toMatchObject({ code: 'invalid-input', field: 'checkUrl' });
  });
});
