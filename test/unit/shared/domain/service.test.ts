import { describe, expect, it } from 'vitest';
import { headerNameSchema, serviceDraftSchema } from '../../../../shared/domain/service.ts';
import { aServiceDraft } from '../../../support/builders.ts';

describe('a header name', () => {
  it.each(['X-API-Key', ' Authorization ', 'api_key', "!#$%&'*+-.^_`|~"])('may be %j', (name) => {
    expect(headerNameSchema.parse(name)).toBe(name.trim());
  });

  it.each(['', 'X API', 'X:Key', 'X\r\nHost', 'X\u0000', 'Ключ', 'a(b)', '"x"', 'x'.repeat(81)])(
    'cannot be %j',
    (name) => {
      expect(headerNameSchema.safeParse(name).success).toBe(false);
    },
  );
});

describe('the draft of a service', () => {
  it('is taken with its origins in their one form', () => {
    const draft = serviceDraftSchema.parse(aServiceDraft({ origins: ['https://API.Weather.example:443/'] }));
    expect(draft.origins).toEqual(['https://api.weather.example']);
  });

  it.each([
    ['no name', { name: ' ' }],
    ['a name that is too long', { name: 'x'.repeat(101) }],
    ['a base URL that is none', { baseUrl: 'api.weather.example' }],
    ['a base URL of another scheme', { baseUrl: 'file:///etc/passwd' }],
    ['no origin', { origins: [] }],
    ['21 origins', { origins: Array.from({ length: 21 }, (_, n) => `https://a${String(n)}.example`) }],
    ['an origin over plain http', { origins: ['http://api.weather.example'] }],
    ['a field that it does not have', { isBuiltIn: true }],
  ])('is refused with %s', (_, changes) => {
    expect(serviceDraftSchema.safeParse({ ...aServiceDraft(), ...changes }).success).toBe(false);
  });
});
