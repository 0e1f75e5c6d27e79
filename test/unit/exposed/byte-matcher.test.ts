import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createByteMatcher, type ByteMatch } from '../../../electron/exposed/byte-matcher.ts';
import { compilePatterns, type LookedFor } from '../../../electron/exposed/scan-patterns.ts';
import { composeKey } from '../../../electron/local-api/key-format.ts';
import { holds } from '../../support/holds.ts';

const local = composeKey({
  prefix: 'kfak',
  publicId: 'Aa0123456789',
  random: 'abcdefghijklmnopqrstuvwxyzABCDEF',
});
const postman = `PMAK-${'0a'.repeat(12)}-${'1b'.repeat(17)}`;
const custom = 'correct/horse+battery=staple';
const issued = (secret: string): LookedFor => ({
  kind: 'digest',
  digest: createHash('sha256').update(secret).digest(),
});
const patterns = compilePatterns([
  issued(local),
  { kind: 'secret', secret: postman },
  { kind: 'secret', secret: custom },
]);

/** What is found in these bytes when they come in pieces of these sizes, and then the rest. */
function search(bytes: Uint8Array, sizes: readonly number[] = [], used = patterns): readonly ByteMatch[] {
  const found: ByteMatch[] = [];
  const matcher = createByteMatcher(used, (match) => found.push(match));
  matcher.start();
  let at = 0;
  for (const size of sizes) {
    matcher.push(bytes.subarray(at, at + size));
    at += size;
  }
  if (at < bytes.length) matcher.push(bytes.subarray(at));
  matcher.end();
  return found;
}

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('a value in a text', () => {
  test('is found by its digest, by its shape, and by its first bytes', () => {
    const found = search(utf8(`a: ${local}\nb: ${postman}\n\n  c: "${custom}"`));
    expect(found.map(({ values, place }) => [values, place])).toEqual([
      [[0], { kind: 'text', line: 1, column: 4 }],
      [[1], { kind: 'text', line: 2, column: 4 }],
      [[2], { kind: 'text', line: 4, column: 7 }],
    ]);
  });

  test('is found in the middle of other letters, and again right behind itself', () => {
    expect(search(utf8(`x${local}${local}y`)).map(({ offset }) => offset)).toEqual([1, 1 + local.length]);
  });

  test('is counted as nobody’s when its checksum holds and it is not known', () => {
    const other = composeKey({ prefix: 'kfat', publicId: 'Zz0123456789', random: 'x'.repeat(32) });
    const unknown = `PMAK-${'9'.repeat(24)}-${'8'.repeat(34)}`;
    expect(search(utf8(`${other} ${unknown}`)).map(({ values, shape }) => [values, shape])).toEqual([
      [[], 'local'],
      [[], 'postman'],
    ]);
  });

  test('is not found when one character of it is another', holds('confinement.scan-found'), () => {
    const changed = [...local].map((character, at) =>
      at === 30 ? (character === 'a' ? 'b' : 'a') : character,
    );
    expect(search(utf8(changed.join('')))).toEqual([]);
    expect(search(utf8(custom.slice(0, -1)))).toEqual([]);
  });

  test('belongs to both keys when two have the same value', () => {
    const both = compilePatterns([
      { kind: 'secret', secret: custom },
      { kind: 'secret', secret: custom },
    ]);
    expect(search(utf8(custom), [], both).map(({ values }) => values)).toEqual([[0, 1]]);
  });

  test('is found beside a longer one that begins with it', () => {
    const longer = `${custom}-and-more`;
    const both = compilePatterns([
      { kind: 'secret', secret: custom },
      { kind: 'secret', secret: longer },
    ]);
    expect(search(utf8(longer), [], both).map(({ values }) => values)).toEqual([[0], [1]]);
  });
});

describe('the place', () => {
  test('counts characters, not bytes, and not a byte order mark', () => {
    const text = `ä€😀\n😀ä ${local}`;
    const expected = { kind: 'text', line: 2, column: 4 };
    expect(search(utf8(text))[0]?.place).toEqual(expected);
    expect(search(utf8(`\uFEFF${local}`))[0]?.place).toEqual({ kind: 'text', line: 1, column: 1 });
  });

  test.each([
    ['little-endian', (text: string) => Buffer.from(text, 'utf16le')],
    ['big-endian', utf16be],
  ])(
    'is told in UTF-16 too, %s, with and without a mark',
    holds('confinement.scan-found'),
    (_order, encode) => {
      const text = `the key\r\nä€😀 = ${local};\n${custom}漢`;
      for (const whole of [text, `\uFEFF${text}`]) {
        expect(search(encode(whole)).map(({ values, place }) => [values, place])).toEqual([
          [[0], { kind: 'text', line: 2, column: 7 }],
          [[2], { kind: 'text', line: 3, column: 1 }],
        ]);
      }
    },
  );

  test('is the offset in a file that is no text', () => {
    const bytes = Buffer.concat([Buffer.from([0, 0, 1, 255, 10, 0, 7]), utf8(local), Buffer.alloc(9)]);
    expect(search(bytes)[0]?.place).toEqual({ kind: 'binary', offset: 7 });
  });
});

/** Text without the values: other letters, line feeds, characters of several bytes. */
const filler = fc.string({
  unit: fc.constantFrom('a', 'k', 'P', '_', '\n', ' ', 'ä', '€', '😀'),
  maxLength: 300,
});
const sizes = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 60 });
const value = fc.constantFrom(local, postman, custom);

test(
  'a value at any place, in pieces of any size, is found exactly once, at its line and column',
  holds('confinement.scan-found'),
  () => {
    fc.assert(
      fc.property(fc.tuple(filler, value, filler), sizes, ([before, secret, after], pieces) => {
        // Now and then more than the first bytes, by which a file is told to be text.
        const head = before.length % 2 === 0 ? `${'x'.repeat(9_000)}\n${before}` : before;
        const bytes = utf8(head + secret + after);
        const lines = head.split('\n');
        const expected = {
          values: [[local, postman, custom].indexOf(secret)],
          shape: secret === custom ? null : secret === local ? 'local' : 'postman',
          offset: Buffer.byteLength(head),
          bytes: secret.length,
          place: { kind: 'text', line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 },
        };
        expect(search(bytes, pieces)).toEqual([expected]);
      }),
      { numRuns: 400 },
    );
  },
);

test('pieces change nothing about what is found in any bytes', () => {
  const part = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    value.map((secret) => new Uint8Array(utf8(secret))),
    value.map((secret) => new Uint8Array(Buffer.from(secret, 'utf16le'))),
    value.map((secret) => new Uint8Array(utf16be(secret))),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), sizes, (parts, pieces) => {
      const bytes = new Uint8Array(Buffer.concat(parts));
      expect(search(bytes, pieces)).toEqual(search(bytes));
    }),
    { numRuns: 400 },
  );
});

test('what is looked for holds no value', holds('confinement.scan-keeps-nothing'), () => {
  const { starts, lengths, values } = patterns;
  const told = JSON.stringify([
    [...starts.entries()].filter(([, is]) => is === 1),
    [...lengths],
    [...values],
  ]);
  for (const secret of [local, postman, custom]) expect(told).not.toContain(secret.slice(4, 12));
});
