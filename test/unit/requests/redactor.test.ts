import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSecret } from '../../../electron/keys/new-secret.ts';
import { createIssuer } from '../../../electron/local-api/issuer.ts';
import { createRedactor } from '../../../electron/requests/redactor.ts';
import { createSecretRegistry } from '../../../electron/requests/secret-registry.ts';
import { maskOf } from '../../../shared/domain/api-key.ts';
import { aService } from '../../support/builders.ts';
import { searchBytes } from '../../support/canary.ts';
import { seededRandom } from '../../support/in-memory-ports.ts';
import { holds } from '../../support/holds.ts';

const printable = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 12,
  maxLength: 80,
});

const encodings: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => JSON.stringify(secret),
  (secret) =>
    JSON.stringify(JSON.stringify(secret).slice(1, -1)).includes('\\\\') ? JSON.stringify(secret) : secret,
  encodeURIComponent,
  (secret) => encodeURIComponent(secret).replace(/%../g, (escape) => escape.toLowerCase()),
  (secret) => new URLSearchParams({ k: secret }).toString(),
  (secret) => Buffer.from(`x${secret}`).toString('base64'),
  (secret) => Buffer.from(`xy${secret}z`).toString('base64url'),
  (secret) => Buffer.from(secret).toString('hex'),
  (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  (secret) => Buffer.from(secret, 'utf16le').toString('latin1'),
  (secret) => secret.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`),
];

describe('a redactor', () => {
  it('leaves no form of any secret in any text', () => {
    fc.assert(
      fc.property(
        printable,
        fc.array(fc.constantFrom(...encodings), { minLength: 1, maxLength: 4 }),
        fc.tuple(fc.string(), fc.boolean()),
        (secret, forms, [noise, hasSearchedMuch]) => {
          const redactor = createRedactor();
          redactor.add(secret, '••••');
          // From so much text on it looks for secrets in another way.
          if (hasSearchedMuch) for (let each = 0; each < 17; each += 1) redactor.mask('x'.repeat(1024));
          const text = forms.map((encode) => encode(secret)).join(noise.includes(secret) ? ' ' : noise);

          expect(searchBytes('text', redactor.mask(text), [secret])).toEqual([]);
          expect(redactor.holdsSecret(text)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('finds a secret in which two backslashes stand beside a character that is escaped', () => {
    const redactor = createRedactor();
    redactor.add('&a-secret\\\\with-two', '••••');
    expect(redactor.mask('x &#38;a-secret\\\\with-two y')).toBe('x •••• y');
    expect(redactor.mask('x &#38;a-secret\\\\\\\\with-two y')).toBe('x •••• y');
  });

  it('changes nothing in a text without a secret', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          const redactor = createRedactor();
          redactor.add('a-secret-that-is-not-there', 'MASK');
          expect(redactor.maskUpTo(text, text.length)).toEqual({ text, isRedacted: false });
        },
      ),
    );
  });

  it('masks every secret of an exchange with its own mask', () => {
    const redactor = createRedactor();
    redactor.add('first-secret', '1');
    redactor.add('second-secret', '2');

    expect(redactor.mask('a second-secret b first-secret c first-secretsecond-secret')).toBe('a 2 b 1 c 12');
  });

  it('masks a key that Keyfob made for a custom service, without knowing it', () => {
    const issuer = createIssuer(seededRandom());
    const { secret } = makeSecret({ issuer, random: seededRandom() }, aService({ kind: 'custom' }));

    expect(createRedactor().mask(`{"note":"${secret}"}`)).toBe(`{"note":"${maskOf(secret)}"}`);
  });

  const lines = (text: string, width: number, end: string): string =>
    (text.match(new RegExp(`.{1,${String(width)}}`, 'g')) ?? []).join(end);

  it(
    'finds a secret in base64 over several lines, however they are broken',
    holds('confinement.echo-nested'),
    () => {
      fc.assert(
        fc.property(
          fc.string({
            minLength: 24,
            maxLength: 80,
            unit: fc.constantFrom(...Array.from('abcXYZ0189-_/+="&')),
          }),
          fc.constantFrom('', 'x', 'xy', 'Authorization: '),
          fc.record({
            end: fc.constantFrom('\n', '\r\n', '\\n', '\\r\\n'),
            width: fc.integer({ min: 24, max: 76 }),
          }),
          (secret, before, { end, width }) => {
            const redactor = createRedactor();
            redactor.add(secret, '••••');
            const whole = Buffer.from(`${before}${secret}`).toString('base64');
            const text = `-- begin --${end}${lines(whole, width, end)}${end}-- end --`;

            const masked = redactor.mask(text);
            const joined = masked.replaceAll(/\\[nr]|[\r\n]/g, '');
            expect(searchBytes('text', joined, [secret])).toEqual([]);
            expect(masked).toContain('-- begin --');
            expect(masked).toContain('-- end --');
          },
        ),
      );
    },
  );

  it(
    'finds a secret in base64 in lines of any width, down to single characters',
    holds('confinement.echo-nested'),
    () => {
      fc.assert(
        fc.property(
          fc.string({
            minLength: 20,
            maxLength: 80,
            unit: fc.constantFrom(...Array.from('abcXYZ0189-_/+="&nr')),
          }),
          fc.constantFrom('', 'x', 'xy'),
          fc.record({
            end: fc.constantFrom('\n', '\r\n', '\\n', '\\r\\n', '\n\n'),
            width: fc.integer({ min: 1, max: 24 }),
          }),
          (secret, before, { end, width }) => {
            const redactor = createRedactor();
            redactor.add(secret, '••••');
            const whole = Buffer.from(`${before}${secret}`).toString('base64');

            expect(redactor.holdsSecret(`-- begin --${end}${lines(whole, width, end)}${end}-- end --`)).toBe(
              true,
            );
          },
        ),
      );
    },
  );

  it('masks in a long text what it masks in a short one', holds('confinement.echo'), () => {
    const filling = 'line of a log, 100%, a+b &amp; c\\n\r\n'.repeat(1_000);
    fc.assert(
      fc.property(
        fc.array(printable, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.constantFrom(...encodings), fc.nat({ max: 2 }), fc.string({ maxLength: 8 })), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.nat({ max: filling.length }),
        (secrets, parts, place) => {
          const redactor = createRedactor();
          for (const secret of secrets) redactor.add(secret, '••••');
          const text = parts
            .map(([encode, which, noise]) => `${encode(secrets[which] ?? 'none')}${noise}`)
            .join('\t');
          const [before, after] = [`${filling.slice(0, place)}\t`, `\t${filling.slice(place)}`];

          expect(redactor.mask(before + text + after)).toBe(before + redactor.mask(text) + after);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('finds a secret that was encoded twice the same way', holds('confinement.echo-nested'), () => {
    fc.assert(
      fc.property(
        printable,
        fc.constantFrom('', 'x', 'xy'),
        fc.constantFrom('', 'z', 'zz'),
        (secret, inner, outer) => {
          const redactor = createRedactor();
          redactor.add(secret, '••••');
          const once = Buffer.from(inner + secret).toString('base64');
          const url = (text: string): string => Buffer.from(text).toString('base64url');
          const lower = encodeURIComponent(secret).replaceAll(/%../g, (escape) => escape.toLowerCase());
          for (const twice of [
            Buffer.from(outer + once).toString('base64'),
            Buffer.from(outer + url(inner + secret)).toString('base64'),
            url(outer + url(inner + secret)),
            encodeURIComponent(encodeURIComponent(secret)),
            encodeURIComponent(lower),
          ])
            expect(redactor.holdsSecret(`a ${twice} b`)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds a secret that was encoded twice, each time otherwise', holds('confinement.echo-nested'), () => {
    const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');
    fc.assert(
      fc.property(
        printable,
        fc.constantFrom('', 'x', 'xy'),
        fc.constantFrom('', 'z', 'zz'),
        (secret, inner, outer) => {
          const redactor = createRedactor();
          redactor.add(secret, '••••');
          const once = base64(inner + secret + outer);
          const hex = Buffer.from(secret).toString('hex');
          for (const twice of [
            encodeURIComponent(once),
            encodeURIComponent(once).replaceAll(/%../g, (escape) => escape.toLowerCase()),
            JSON.stringify(once).replaceAll('/', '\\/'),
            once.replaceAll('+', '\\u002b'),
            once.replaceAll('/', '&#x2f;'),
            base64(inner + encodeURIComponent(secret) + outer),
            base64(inner + JSON.stringify(secret) + outer),
            base64(inner + hex + outer),
            base64(inner + hex.toUpperCase() + outer),
            Buffer.from(once).toString('hex'),
            Buffer.from(once).toString('hex').toUpperCase(),
            Buffer.from(once.replaceAll('+', '-').replaceAll('/', '_')).toString('hex'),
            base64(Buffer.from(inner + secret + outer, 'utf16le')),
            base64(Buffer.from(inner + secret + outer, 'utf16le').swap16()),
          ])
            expect(redactor.holdsSecret(`a ${twice} b`)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it(
    'finds a secret that is broken over lines, as quoted-printable does',
    holds('confinement.echo-nested'),
    () => {
      fc.assert(
        fc.property(
          fc.string({
            minLength: 16,
            maxLength: 80,
            unit: fc.constantFrom(...Array.from('abcXYZ0189-_/+&nr')),
          }),
          fc.nat({ max: 90 }),
          fc.constantFrom('=\r\n', '=\n', '\n', '=\\r\\n', '=\\n'),
          (secret, before, end) => {
            const redactor = createRedactor();
            redactor.add(secret, '••••');
            const text = `${'.'.repeat(before)}${secret} and so on`;
            const masked = redactor.mask(`-- ${end}${lines(text, 75, end)}${end} --`);
            const joined = masked.replaceAll(/=?\\[nr]|=?[\r\n]/g, '');
            expect(searchBytes('text', joined, [secret])).toEqual([]);
          },
        ),
        { numRuns: 500 },
      );
    },
  );

  it('does not take a word for a secret', () => {
    const redactor = createRedactor();
    redactor.add('abc', 'MASK');

    expect(redactor.mask('abcabc')).toBe('abcabc');
  });

  it('treats a secret as text, not as a pattern', () => {
    const redactor = createRedactor();
    redactor.add('a.*+?^${}()|[]\\b', 'MASK');

    expect(redactor.mask('axxxx a.*+?^${}()|[]\\b')).toBe('axxxx MASK');
  });

  it('does not come to refuse less because a secret is told again as one that is only shown', () => {
    const redactor = createRedactor();
    redactor.add('first-secret', '1');
    redactor.add('first-secret', '2', 'where-it-is-shown');
    expect(redactor.holdsSecret('a first-secret')).toBe(true);
    redactor.add('other-secret', '2', 'where-it-is-shown');
    expect(redactor.holdsSecret('an other-secret')).toBe(false);
    redactor.add('other-secret', '2');
    expect(redactor.holdsSecret('an other-secret')).toBe(true);
  });

  it('forgets', () => {
    const redactor = createRedactor();
    redactor.add('first-secret', '1');
    redactor.forget();

    expect(redactor.mask('first-secret')).toBe('first-secret');
  });

  const SECRET = 'PM-0123456789abcdef0123456789abcdef';
  const base64 = Buffer.from(SECRET).toString('base64');
  const row = `P 1 %50 \\u0050 ${'x'.repeat(40)}`;
  it.each([
    ['rows that are full of escapes', row],
    ['line breaks of JSON', '\\n'],
    ['line breaks', '\n'],
    ['line breaks of quoted-printable', '=\n'],
    ['equals signs', '='],
    ['line breaks of both kinds', '\r\\n'],
    ['the beginning of the secret', SECRET.slice(0, -1)],
    ['its beginning in base64, a character a line', base64.slice(0, -3).split('').join('\\n')],
    ['its beginning, percent-encoded', [...SECRET.slice(0, -1)].map(percent).join('')],
    [
      'its beginning as references',
      [...SECRET.slice(0, -1)].map((each) => `&#${String(each.charCodeAt(0))};`).join(''),
    ],
  ])(
    'takes time in proportion to the text, not to its square: %s',
    holds('limits.masking'),
    (_what, piece) => {
      const small = cpuTimeOfMasking(SECRET, piece.repeat(Math.ceil(500_000 / piece.length)));
      const large = cpuTimeOfMasking(SECRET, piece.repeat(Math.ceil(2_000_000 / piece.length)));

      // Four times the text; a scanner that went back would take sixteen times as long.
      expect(large / small).toBeLessThan(10);
    },
  );
});

const percent = (each: string): string => `%${each.charCodeAt(0).toString(16)}`;

/** The least CPU time of three runs, in microseconds. */
function cpuTimeOfMasking(secret: string, text: string): number {
  const redactor = createRedactor();
  redactor.add(secret, 'MASK');
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    redactor.maskUpTo(text, text.length);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

describe('the registry of secrets in use', () => {
  it('masks a secret in the log for as long as its exchange lasts', () => {
    const registry = createSecretRegistry();
    const redactor = registry.createRedactor();
    redactor.add('first-secret', '1');

    expect(registry.mask('x first-secret')).toBe('x 1');
    redactor.forget();
    expect(registry.mask('x first-secret')).toBe('x first-secret');
  });
});
