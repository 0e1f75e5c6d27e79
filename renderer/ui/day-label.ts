const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

/** Midnight before it, in the person's time zone; epoch milliseconds. */
export function startOfDay(at: number): number {
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
