import { DAY_MS, HOUR_MS } from '../../shared/domain/expiry.ts';

const MINUTE_MS = 60_000;

const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });
const longDate = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** "3 Mar 2027". `at` in epoch milliseconds. */
export function formatDate(at: number): string {
  return date.format(at);
}

/** "3 March 2027". `at` in epoch milliseconds. */
export function formatLongDate(at: number): string {
  return longDate.format(at);
}

/** "3 March 2027 at 14:05". `at` in epoch milliseconds. */
export function formatDateTime(at: number): string {
  return dateTime.format(at);
}

/** "2 hours ago", "in 3 days", "now". Both in epoch milliseconds. */
export function formatRelative(at: number, now: number): string {
  const difference = at - now;
  const size = Math.abs(difference);
  if (size < MINUTE_MS) return 'just now';
  if (size < HOUR_MS) return relative.format(Math.round(difference / MINUTE_MS), 'minute');
  if (size < DAY_MS) return relative.format(Math.round(difference / HOUR_MS), 'hour');
  if (size < 30 * DAY_MS) return relative.format(Math.round(difference / DAY_MS), 'day');
  if (size < 365 * DAY_MS) return relative.format(Math.round(difference / (30 * DAY_MS)), 'month');
  return relative.format(Math.round(difference / (365 * DAY_MS)), 'year');
}

/**
 * "in 5 days", "in 3 hours", "in 1 minute": how long something still lasts, rounded up. Both in epoch milliseconds.
 * What the screen takes for now may be older than the thing itself, so a minute too much does not count.
 */
export function formatRemaining(until: number, now: number): string {
  const left = until - now;
  if (left <= HOUR_MS - MINUTE_MS) return relative.format(Math.max(1, Math.ceil(left / MINUTE_MS)), 'minute');
  if (left <= DAY_MS - HOUR_MS) return relative.format(Math.ceil((left - MINUTE_MS) / HOUR_MS), 'hour');
  const days = Math.ceil((left - MINUTE_MS) / DAY_MS);
  return days === 1 ? 'in 1 day' : `in ${String(days)} days`;
}
