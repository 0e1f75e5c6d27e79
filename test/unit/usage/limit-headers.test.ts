import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLimitHeaders, type LimitReading } from '../../../electron/usage/limit-headers.ts';

const NOW = Date.UTC(2026, 10, 23, 12);

function read(headers: Readonly<Record<string, string>>): readonly LimitReading[] {
  return readLimitHeaders(
    Object.entries(headers).map(([name, value]) => ({ name, value })),
    NOW,
  );
}

const window = (told: Partial<LimitReading>): LimitReading => ({
  kind: 'window',
  windowSeconds: null,
  isUnlimited: false,
  limit: null,
  used: null,
  remaining: null,
  resetsAt: null,
  ...told,
});

/** The same letters, each in a case of its own. */
const inAnyCase = (name: string): fc.Arbitrary<string> =>
  fc
    .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
    .map((upper) =>
      [...name]
        .map((letter, at) => (upper[at] === true ? letter.toUpperCase() : letter.toLowerCase()))
        .join(''),
    );

const amount = fc.integer({ min: 0, max: 1_000_000 });
const space = fc.constantFrom('', ' ', '  ');

describe('the headers that tell of limits', () => {
  it('are read as the Local API and Postman write them', () => {
    expect(
      read({
        RateLimit: 'limit=300, remaining=299, reset=42',
        'RateLimit-Policy': '300;w=60',
        'X-RateLimit-Limit': '300',
        'X-RateLimit-Remaining': '299',
        'X-RateLimit-Reset': String(NOW / 1000 + 42),
        'RateLimit-Limit-Month': '1000',
        'RateLimit-Remaining-Month': '250',
      }),
    ).toEqual([
      window({ windowSeconds: 60, limit: 300, used: 1, remaining: 299, resetsAt: NOW + 42_000 }),
      window({ kind: 'month', limit: 1000, used: 750, remaining: 250 }),
    ]);
  });

  it('say the same under each spelling and in any case', () => {
    const spellings = fc.constantFrom('RateLimit-', 'X-RateLimit-', 'X-Rate-Limit-');
    fc.assert(
      fc.property(
        fc.tuple(spellings, fc.infiniteStream(fc.boolean())),
        amount,
        amount,
        ([prefix, upper], limit, remaining) => {
          const name = (end: string) =>
            [...`${prefix}${end}`]
              .map((letter) => (upper.next().value === true ? letter.toUpperCase() : letter.toLowerCase()))
              .join('');
          expect(
            read({
              [name('Limit')]: String(limit),
              [name('Remaining')]: ` ${String(remaining)} `,
              [name('Reset')]: '30',
            }),
          ).toEqual([
            window({ limit, remaining, used: Math.max(0, limit - remaining), resetsAt: NOW + 30_000 }),
          ]);
        },
      ),
    );
  });

  it('tell of the month with and without X-, in any case', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom('', 'X-')
          .chain((x) =>
            fc.tuple(inAnyCase(`${x}RateLimit-Limit-Month`), inAnyCase(`${x}RateLimit-Remaining-Month`)),
          ),
        amount,
        amount,
        ([limitName, remainingName], limit, remaining) => {
          expect(read({ [limitName]: String(limit), [remainingName]: String(remaining) })).toEqual([
            window({ kind: 'month', limit, remaining, used: Math.max(0, limit - remaining) }),
          ]);
        },
      ),
    );
  });

  it('are read as pairs and as structured items, whatever the spaces', () => {
    fc.assert(
      fc.property(
        fc.tuple(amount, amount),
        fc.integer({ min: 0, max: 100_000 }),
        fc.tuple(space, space),
        ([limit, remaining], reset, [a, b]) => {
          const expected = window({
            limit,
            remaining,
            used: Math.max(0, limit - remaining),
            resetsAt: NOW + reset * 1000,
            windowSeconds: 60,
          });
          const policy = { 'RateLimit-Policy': `"x";q=5;w=1,${a}"a,b";q=${String(limit)};w=60` };
          for (const separator of [',', ';']) {
            const pairs = [
              `limit=${String(limit)}`,
              `remaining=${String(remaining)}`,
              `reset=${String(reset)}`,
            ];
            const text = pairs.join(`${a}${separator}${b}`);
            expect(read({ rateLimit: text, 'RateLimit-Policy': `9;w=1,${String(limit)};w=60` })[0]).toEqual(
              limit === 9 ? { ...expected, windowSeconds: 1 } : expected,
            );
          }
          const item = `"a,b"${a};${b}r=${String(remaining)};t=${String(reset)}`;
          expect(read({ RATELIMIT: item, ...policy })).toEqual([expected]);
        },
      ),
    );
  });

  it('tell of several limits at once', () => {
    expect(
      read({
        RateLimit: '"burst";r=5;t=3, "day";r=900;t=4000',
        'RateLimit-Policy': '"burst";q=10;w=10, "day";q=1000;w=86400',
      }),
    ).toEqual([
      window({ windowSeconds: 10, limit: 10, used: 5, remaining: 5, resetsAt: NOW + 3_000 }),
      window({ windowSeconds: 86_400, limit: 1000, used: 100, remaining: 900, resetsAt: NOW + 4_000_000 }),
    ]);
  });

  it.each([
    ['"default";r=50;t=30', window({ remaining: 50, resetsAt: NOW + 30_000 })],
    ['default;r=50;t=30;q=200', window({ limit: 200, used: 150, remaining: 50, resetsAt: NOW + 30_000 })],
  ])('%s alone is read', (text, expected) => {
    expect(read({ RateLimit: text })).toEqual([expected]);
  });

  it.each([
    ['30', NOW + 30_000],
    ['0.5', NOW + 500],
    [String(NOW / 1000 + 42), NOW + 42_000],
    [String(NOW + 42_000), NOW + 42_000],
    [new Date(NOW + 42_000).toUTCString(), NOW + 42_000],
    [new Date(NOW + 42_000).toISOString(), NOW + 42_000],
    ['soon', null],
    ['-5', null],
    ['', null],
  ])('a reset of %s is understood', (reset, resetsAt) => {
    expect(
      read({ 'X-RateLimit-Limit': '10', 'X-RateLimit-Remaining': '4', 'X-RateLimit-Reset': reset }),
    ).toEqual([window({ limit: 10, used: 6, remaining: 4, resetsAt })]);
  });

  it('takes fractions, and 99999999 for no limit', () => {
    expect(read({ 'RateLimit-Limit': '2.5', 'RateLimit-Remaining': '0.25' })).toEqual([
      window({ limit: 2.5, used: 2.25, remaining: 0.25 }),
    ]);
    expect(read({ 'RateLimit-Limit-Month': '99999999', 'RateLimit-Remaining-Month': '99999000' })).toEqual([
      window({ kind: 'month', isUnlimited: true }),
    ]);
  });

  it('takes the first of a list, and the window beside it', () => {
    expect(read({ 'RateLimit-Limit': '100, 100;w=3600', 'RateLimit-Remaining': '40' })).toEqual([
      window({ windowSeconds: 3600, limit: 100, used: 60, remaining: 40 }),
    ]);
  });

  it('say nothing when they tell nothing', () => {
    expect(read({})).toEqual([]);
    expect(
      read({
        RateLimit: '',
        'X-RateLimit-Limit': 'many',
        'X-RateLimit-Reset': '30',
        'RateLimit-Policy': '300;w=60',
      }),
    ).toEqual([]);
  });

  it('never throw, and never tell of negative or endless amounts, whatever a server writes', () => {
    const names = fc.constantFrom(
      'RateLimit',
      'RateLimit-Policy',
      'X-RateLimit-Limit',
      'RateLimit-Remaining',
      'X-RateLimit-Reset',
      'RateLimit-Limit-Month',
    );
    const values = fc.oneof(fc.string(), fc.stringMatching(/^[-limtrqw"=;, .\d]{0,40}$/));
    fc.assert(
      fc.property(fc.array(fc.record({ name: names, value: values }), { maxLength: 12 }), (headers) => {
        for (const reading of readLimitHeaders(headers, NOW)) {
          for (const number of [
            reading.limit,
            reading.used,
            reading.remaining,
            reading.resetsAt,
            reading.windowSeconds,
          ]) {
            expect(number === null || (Number.isFinite(number) && number >= 0)).toBe(true);
          }
          expect(reading.resetsAt === null || Number.isSafeInteger(reading.resetsAt)).toBe(true);
        }
      }),
    );
  });
});
