import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';

export type HistoryRow =
  | { readonly kind: 'day'; readonly id: string; readonly label: string }
  | { readonly kind: 'entry'; readonly id: string; readonly entry: HistoryEntry };

const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** "Today", "Yesterday", "Monday 12 October", with the year when it is another one. In the person's time zone; epoch milliseconds. */
export function dayLabel(at: number, now: number): string {
  const day = startOfDay(at);
  const today = startOfDay(now);
  if (day === today) return 'Today';
  // Half a day back from midnight is in yesterday, also where a clock change made that day 23 or 25 hours long.
  if (day === startOfDay(today - 12 * 3_600_000)) return 'Yesterday';
  const isSameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isSameYear ? weekday : withYear).format(at);
}

/** The entries, newest first as they come, with a row before each day's first. */
export function historyRows(entries: readonly HistoryEntry[], now: number): readonly HistoryRow[] {
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
