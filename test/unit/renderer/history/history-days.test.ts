import { describe, expect, it } from 'vitest';
import { historyRows } from '../../../../renderer/features/history/history-days.ts';
import { createFormats } from '../../../../shared/texts/formats.ts';
import { aHistoryEntry } from './history-builders.ts';

const now = Date.UTC(2026, 2, 10, 9);
const HOUR = 3_600_000;
const { day } = createFormats('en-US', { justNow: 'just now' });

describe('the days of the history', () => {
  it('puts a row before the first entry of each day', () => {
    const entries = [now - HOUR, now - 2 * HOUR, now - 20 * HOUR, now - 400 * 24 * HOUR].map((at, index) =>
      aHistoryEntry({ id: `entry-${String(index)}`, at }),
    );
    expect(historyRows(entries, now, day).map((row) => (row.kind === 'day' ? row.label : row.id))).toEqual([
      'Today',
      'entry-0',
      'entry-1',
      'Yesterday',
      'entry-2',
      'Monday, February 3, 2025',
      'entry-3',
    ]);
  });

  it('names days of this year without the year', () => {
    expect(day(now - 5 * 24 * HOUR, now)).toBe('Thursday, March 5');
  });
});
