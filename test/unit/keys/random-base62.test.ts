import { describe, expect, it } from 'vitest';
import { randomBase62 } from '../../../electron/keys/random-base62.ts';
import { seededRandom } from '../../support/in-memory-ports.ts';

describe('random base62 text', () => {
  it('has the length that was asked for', () => {
    const random = seededRandom();
    for (const length of [0, 1, 32, 40, 1000]) {
      expect(randomBase62(random, length)).toMatch(new RegExp(`^[0-9A-Za-z]{${String(length)}}$`));
    }
  });

  it('throws away the bytes that would make some characters likelier', () => {
    const answers = [Uint8Array.of(248, 255, 61), Uint8Array.of(247, 0)];
    const random = { bytes: () => answers.shift() ?? Uint8Array.of(), id: () => '' };
    expect(randomBase62(random, 3)).toBe('zz0');
  });

  it('has every character about equally often', () => {
    const counts = new Map<string, number>();
    const length = 62_000;
    for (const character of randomBase62(seededRandom(), length)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    // Chi-squared with 61 degrees of freedom: above 112 once in ten thousand; the biased version gives about 290.
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(counts.size).toBe(62);
    expect(chiSquared).toBeLessThan(112);
  });
});
