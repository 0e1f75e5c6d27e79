import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bindableOriginSchema,
  isLoopbackOrigin,
  isTrustworthyOrigin,
  originOf,
} from '../../../../shared/domain/origin.ts';

const label = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')),
  minLength: 1,
  maxLength: 10,
});
const host = fc
  .tuple(label, label, fc.constantFrom('com', 'net', 'example'))
  .map((labels) => labels.join('.'));

/** What a person might type as an origin, rightly or not. */
const typedOrigin = fc
  .tuple(
    fc.constantFrom('https://', 'HTTPS://', 'http://', 'https:', 'ftp://', '//', ''),
    fc.constantFrom('', 'ada@', 'ada:pass@', '*.'),
    fc.oneof(host, fc.constantFrom('localhost', '127.1', '[::1]', 'bücher.example', 'a b', '')),
    fc.constantFrom('', ':443', ':80', ':8443', ':0', ':99999', '.'),
    fc.constantFrom('', '/', '/v1', '?x', '#x', '\\x', ' '),
  )
  .map((parts) => parts.join(''));

/** Latin letters and the Cyrillic ones that look the same. */
const CYRILLIC: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у' };

const lookAlikes: Readonly<Record<string, (host: string) => string>> = {
  'a suffix': (host) => `https://${host}.evil.example/`,
  'a suffix without a dot': (host) => `https://${host}evil.example/`,
  'a prefix': (host) => `https://evil${host}/`,
  'a subdomain': (host) => `https://evil.${host}/`,
  'a trailing dot': (host) => `https://${host}./`,
  'user-info': (host) => `https://${host}@evil.example/`,
  'user-info with a password': (host) => `https://${host}:443@evil.example/`,
  'a backslash': (host) => `https://evil.example\\@${host}/`,
  'another scheme': (host) => `http://${host}/`,
  'another port': (host) => `https://${host}:8443/`,
  'the host in the path': (host) => `https://evil.example/${host}`,
  'the host in the fragment': (host) => `https://evil.example#@${host}/`,
  'a full-width dot before a suffix': (host) => `https://${host}\uff0eevil.example/`,
};

describe('the origin of an address', () => {
  it.each([
    ['https://api.example.com/v1?x=1#y', 'https://api.example.com'],
    ['https://API.Example.COM', 'https://api.example.com'],
    ['https://api.example.com:443/', 'https://api.example.com'],
    ['http://localhost:80', 'http://localhost'],
    ['http://127.1:5362/', 'http://127.0.0.1:5362'],
    ['http://0x7f000001/', 'http://127.0.0.1'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example'],
    ['https://api.\texample.com/', 'https://api.example.com'],
  ])('of %j is %s', (address, origin) => {
    expect(originOf(address)).toBe(origin);
  });

  it.each([
    '',
    'api.example.com',
    '//api.example.com',
    'file:///etc/passwd',
    'data:,x',
    'javascript:1',
    'ftp://a.com',
  ])('of %j is none', (address) => {
    expect(originOf(address)).toBeNull();
  });

  describe.each(Object.entries(lookAlikes))('of a look-alike with %s', (_, lookAlike) => {
    it('is never the origin that it looks like', () => {
      fc.assert(
        fc.property(host, (name) => {
          expect(originOf(lookAlike(name))).not.toBe(`https://${name}`);
        }),
      );
    });
  });

  it('of a homograph is another one, in punycode', () => {
    fc.assert(
      fc.property(host, (name) => {
        const homograph = [...name].map((letter) => CYRILLIC[letter] ?? letter).join('');
        fc.pre(homograph !== name);
        const origin = originOf(`https://${homograph}/`);
        expect(origin).not.toBe(`https://${name}`);
        if (origin !== null) expect(origin).toContain('xn--');
      }),
    );
  });

  it('is the same in any case of letters', () => {
    fc.assert(
      fc.property(host, (name) => {
        expect(originOf(`HTTPS://${name.toUpperCase()}/`)).toBe(`https://${name}`);
      }),
    );
  });
});

describe('where a key may travel', () => {
  it.each(['https://a.com', 'http://127.0.0.1:5362', 'http://localhost', 'http://[::1]:8080'])(
    'to %s',
    (origin) => {
      expect(isTrustworthyOrigin(origin)).toBe(true);
    },
  );

  it.each([
    'http://a.com',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://evillocalhost',
    'http://localhost.',
    'http://192.168.0.1',
    'http://0.0.0.0',
    'http://[::ffff:7f00:1]',
    'ws://localhost',
    'file://localhost',
  ])('not to %s', (origin) => {
    expect(isTrustworthyOrigin(origin)).toBe(false);
  });

  it('calls nothing this computer that is not', () => {
    fc.assert(
      fc.property(host, (name) => {
        expect(isLoopbackOrigin(`http://${name}`)).toBe(false);
      }),
    );
  });
});

describe('an origin that a person binds keys to', () => {
  it.each([
    [' https://API.example.com/ ', 'https://api.example.com'],
    ['https://api.example.com:443', 'https://api.example.com'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('is taken from %j as %s', (typed, origin) => {
    expect(bindableOriginSchema.parse(typed)).toBe(origin);
  });

  it.each([
    'https://api.example.com/v1',
    'https://api.example.com/?x',
    'https://api.example.com/#x',
    'https://ada@api.example.com',
    'https://ada:pass@api.example.com',
    'http://api.example.com',
    'api.example.com',
    'https://',
    '*',
    'https://*',
    'https://*.example.com',
    'null',
    '',
    `https://${'a'.repeat(300)}.example`,
  ])('is refused: %j', (typed) => {
    expect(bindableOriginSchema.safeParse(typed).success).toBe(false);
  });

  it('is always in its one form: scheme, host and port', () => {
    fc.assert(
      fc.property(typedOrigin, (typed) => {
        const parsed = bindableOriginSchema.safeParse(typed);
        if (!parsed.success) return;
        expect(originOf(parsed.data)).toBe(parsed.data);
        expect(bindableOriginSchema.parse(parsed.data)).toBe(parsed.data);
        expect(isTrustworthyOrigin(parsed.data)).toBe(true);
      }),
    );
  });
});
