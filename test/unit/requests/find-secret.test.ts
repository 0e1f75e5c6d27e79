import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapedAt } from '../../../electron/requests/escaped-text.ts';
import { findSecret, secretPattern } from '../../../electron/requests/find-secret.ts';

/** Few characters, so that secrets, escapes and near misses meet often. */
const character = fc.constantFrom('a', 'b', '%', '+', ' ', '&', '\\', '"', '/', '4', '1', ';', 'u', 'x', '0');
const escaped: readonly ((character: string) => string)[] = [
  (each) => each,
  (each) => `%${each.charCodeAt(0).toString(16).padStart(2, '0')}`,
  (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  (each) => `&#${String(each.charCodeAt(0))};`,
  (each) => (each === ' ' ? '+' : each),
  (each) => (each === '"' || each === '\\' || each === '/' ? `\\${each}` : each),
];
const way = fc.constantFrom(...escaped);

describe('looking for a secret', () => {
  it('finds what is found by trying every place', () => {
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 4, maxLength: 12 }),
        fc.array(fc.tuple(fc.string({ unit: character, maxLength: 5 }), fc.array(way, { minLength: 12 })), {
          maxLength: 3,
        }),
        (characters, occurrences) => {
          const secret = characters.join('');
          const text = occurrences
            .map(([noise, ways]) => noise + characters.map((each, at) => ways[at]?.(each) ?? each).join(''))
            .join('');

          const covered = new Set<number>();
          findSecret(secretPattern(secret), text, (start, end) => {
            for (let at = start; at < end; at += 1) covered.add(at);
          });
          for (let start = 0; start < text.length; start += 1) {
            const end = escapedAt(text, start, secret);
            for (let at = start; at < end; at += 1) expect(covered.has(at)).toBe(true);
          }
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
