import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import type { Formats } from '../../../shared/texts/formats.ts';
import { startOfDay } from '../../ui/start-of-day.ts';

export type HistoryRow =
  | { readonly kind: 'day'; readonly id: string; readonly label: string }
  | { readonly kind: 'entry'; readonly id: string; readonly entry: HistoryEntry };

/** The entries, newest first as they come, with a row before each day's first. */
export function historyRows(
  entries: readonly HistoryEntry[],
  now: number,
  dayLabel: Formats['day'],
): readonly HistoryRow[] {
  const rows: HistoryRow[] = [];
  let last: number | null = null;
  for (const entry of entries) {
    const day = startOfDay(entry.at);
    if (day !== last) rows.push({ kind: 'day', id: `day:${String(day)}`, label: dayLabel(entry.at, now) });
    last = day;
    rows.push({ kind: 'entry', id: entry.id, entry });
  }
  return rows;
}
