import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../shared/domain/expiry.ts';
import { speakEnglish } from '../../../shared/texts/speech.ts';

const { relative, remaining } = speakEnglish('en').formats;
const NOW = Date.UTC(2026, 0, 15, 12);

test.each([
  [0, 'now'],
  [59_000, 'now'],
  [2 * 60_000, '2 minutes ago'],
  [3 * HOUR_MS, '3 hours ago'],
  [DAY_MS, 'yesterday'],
  [40 * DAY_MS, 'last month'],
  [800 * DAY_MS, '2 years ago'],
])('says %i milliseconds ago as "%s"', (ago, text) => {
  expect(relative(NOW - ago, NOW)).toContain(text);
});

test.each([
  [30_000, 'in 1 minute'],
  [20 * 60_000, 'in 20 minutes'],
  [HOUR_MS + 500, 'in 1 hour'],
  [90 * 60_000, 'in 2 hours'],
  [DAY_MS + 500, 'in 1 day'],
  [5 * DAY_MS, 'in 5 days'],
  [5 * DAY_MS + 500, 'in 5 days'],
  [5 * DAY_MS - 1, 'in 5 days'],
])('says %i milliseconds left as "%s"', (left, text) => {
  expect(remaining(NOW + left, NOW)).toBe(text);
});
