import { expect, test } from 'vitest';
import { longDay, shortDay, shownSeries, stacked } from '../../../../renderer/features/usage/chart-series.ts';
import { usageTexts } from '../../../../shared/texts/en/usage.ts';
import { speakEnglish } from '../../../../shared/texts/speech.ts';

const texts = speakEnglish('en-GB').textsOf(usageTexts);

const series = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    apiKeyId: `key-${String(index)}`,
    apiKeyName: `Key ${String(index)}`,
    serviceName: 'Postman API',
    calls: [1, index],
    errors: [0, 1],
  }));

test('up to seven keys have a colour of their own, the rest are one', () => {
  const seven = shownSeries({ days: ['2026-11-22', '2026-11-23'], series: series(7) }, texts);
  expect(new Set(seven.map(({ color }) => color)).size).toBe(7);
  const nine = shownSeries({ days: ['2026-11-22', '2026-11-23'], series: series(9) }, texts);
  expect(nine).toHaveLength(8);
  expect(nine[7]).toMatchObject({
    name: '2 other keys',
    calls: [2, 15],
    errors: [0, 2],
    color: '--color-series-other',
  });
});

test('names what has no key, or no key any more', () => {
  const one = { calls: [1], errors: [0], apiKeyName: '', serviceName: '' };
  const names = shownSeries(
    {
      days: ['2026-11-23'],
      series: [
        { ...one, apiKeyId: null },
        { ...one, apiKeyId: null, serviceName: 'Postman API' },
        { ...one, apiKeyId: 'gone' },
      ],
    },
    texts,
  ).map(({ name }) => name);
  expect(names).toEqual(['Without a key', 'Keys before they were kept', 'A key that is gone']);
});

test('stacks each series on those before it', () => {
  expect(stacked([{ calls: [1, 2] }, { calls: [3, 0] }, { calls: [0, 5] }])).toEqual([
    [1, 2],
    [4, 2],
    [4, 7],
  ]);
  expect(stacked([])).toEqual([]);
});

test('names a day as it was counted, whatever the time zone is', () => {
  expect(shortDay('2026-11-23', undefined)).toMatch(/23/);
  expect(longDay('2026-01-01', undefined)).toMatch(/2026/);
});
