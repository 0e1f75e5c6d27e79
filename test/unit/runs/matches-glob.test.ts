import { expect, test } from 'vitest';
import { matchesGlob } from '../../../electron/runs/matches-glob.ts';

test.each([
  ['', '', true],
  ['*', '', true],
  ['?', '', false],
  ['order-*', 'order-17', true],
  ['order-*', 'an order-17', false],
  ['*-17', 'order-17', true],
  ['a*b*c', 'a1b2b3c', true],
  ['a*b*c', 'a1b2b3', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['a.c', 'abc', false],
  ['**a**', 'bab', true],
])('%j takes %j: %s', (pattern, text, isMatch) => {
  expect(matchesGlob(pattern, text)).toBe(isMatch);
});

test('takes no longer for a pattern that is made to be slow', () => {
  expect(matchesGlob(`${'*a'.repeat(2_000)}b`, 'a'.repeat(4_000))).toBe(false);
});
