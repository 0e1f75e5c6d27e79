import { DAY_MS, HOUR_MS } from '../domain/expiry.ts';
import { bytesText, durationText } from './measures.ts';

const MINUTE_MS = 60_000;

interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** Numbers, times, lists and plurals as a language writes them. All times in epoch milliseconds. */
export interface Formats {
  readonly locale: string;
  /** "12,345"; at most two digits after the point. */
  readonly number: (value: number) => string;
  /** "4.3 KB". */
  readonly bytes: (bytes: number) => string;
  /** Milliseconds -> "1.24 s". */
  readonly duration: (milliseconds: number) => string;
  /** The form that goes with the count. */
  readonly plural: (count: number, forms: PluralForms) => string;
  /** "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  /** "3 Mar 2027". */
  readonly date: (at: number) => string;
  /** "3 March 2027". */
  readonly longDate: (at: number) => string;
  /** "3 March 2027", of the day in UTC. */
  readonly utcDate: (at: number) => string;
  /** "3 March 2027 at 14:05". */
  readonly dateTime: (at: number) => string;
  /** "14:05". */
  readonly time: (at: number) => string;
  /** "14:05:09". */
  readonly exactTime: (at: number) => string;
  /** "2 hours ago", "in 3 days", "just now". */
  readonly relative: (at: number, now: number) => string;
  /** "in 5 days": how long something still lasts, rounded up. */
  readonly remaining: (until: number, now: number) => string;
  /** "Today", "Yesterday", "Monday 12 October", with the year when it is another one. In the person's time zone. */
  readonly day: (at: number, now: number) => string;
}

export interface FormatWords {
  /** Less than a minute ago, or from now. */
  readonly justNow: string;
}

/** What `locale` needs is made when it is first asked for: each of Intl's objects takes a while to build. */
export function createFormats(locale: string, { justNow }: FormatWords): Formats {
  const dateFormat = (options: Intl.DateTimeFormatOptions) => {
    const formatter = once(() => new Intl.DateTimeFormat(locale, options));
    return (at: number) => formatter().format(at);
  };
  const numbers = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
  const fixedNumbers = [0, 1, 2].map((digits) =>
    once(
      () =>
        new Intl.NumberFormat(locale, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
          useGrouping: false,
        }),
    ),
  );
  const fixed = (value: number, digits: number) =>
    fixedNumbers[digits]?.().format(value) ?? value.toFixed(digits);
  const plurals = once(() => new Intl.PluralRules(locale));
  const lists = once(() => new Intl.ListFormat(locale));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const counted = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
  const weekday = dateFormat({ weekday: 'long', day: 'numeric', month: 'long' });
  const fullDate = dateFormat({ dateStyle: 'full' });
  return {
    locale,
    number: (value) => numbers().format(value),
    bytes: (bytes) => bytesText(bytes, fixed),
    duration: (milliseconds) => durationText(milliseconds, fixed),
    plural: (count, forms) => (plurals().select(count) === 'one' ? forms.one : forms.other),
    list: (items) => lists().format(items),
    date: dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }),
    longDate: dateFormat({ dateStyle: 'long' }),
    utcDate: dateFormat({ dateStyle: 'long', timeZone: 'UTC' }),
    dateTime: dateFormat({ dateStyle: 'long', timeStyle: 'short' }),
    time: dateFormat({ timeStyle: 'short' }),
    exactTime: dateFormat({ timeStyle: 'medium' }),
    relative: (at, now) => {
      const [amount, unit] = relativeParts(at - now);
      return unit === null ? justNow : relative().format(amount, unit);
    },
    remaining: (until, now) => {
      const [amount, unit] = remainingParts(until - now);
      return counted().format(amount, unit);
    },
    day: (at, now) => {
      const days = daysBefore(at, now);
      if (days !== null) return capitalised(relative().format(-days, 'day'), locale);
      const isSameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
      return (isSameYear ? weekday : fullDate)(at);
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';

function relativeParts(difference: number): readonly [number, Unit | null] {
  const size = Math.abs(difference);
  if (size < MINUTE_MS) return [0, null];
  if (size < HOUR_MS) return [Math.round(difference / MINUTE_MS), 'minute'];
  if (size < DAY_MS) return [Math.round(difference / HOUR_MS), 'hour'];
  if (size < 30 * DAY_MS) return [Math.round(difference / DAY_MS), 'day'];
  if (size < 365 * DAY_MS) return [Math.round(difference / (30 * DAY_MS)), 'month'];
  return [Math.round(difference / (365 * DAY_MS)), 'year'];
}

/** What the screen takes for now may be older than the thing itself, so a minute too much does not count. */
function remainingParts(left: number): readonly [number, Unit] {
  if (left <= HOUR_MS - MINUTE_MS) return [Math.max(1, Math.ceil(left / MINUTE_MS)), 'minute'];
  if (left <= DAY_MS - HOUR_MS) return [Math.ceil((left - MINUTE_MS) / HOUR_MS), 'hour'];
  return [Math.ceil((left - MINUTE_MS) / DAY_MS), 'day'];
}

/** 0 for today, 1 for yesterday, null for any other day. */
function daysBefore(at: number, now: number): 0 | 1 | null {
  const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const today = startOfDay(now);
  if (startOfDay(at) === today) return 0;
  // Half a day back from midnight is in yesterday, also where a clock change made that day 23 or 25 hours long.
  return startOfDay(at) === startOfDay(today - 12 * HOUR_MS) ? 1 : null;
}

function capitalised(text: string, locale: string): string {
  return `${text.charAt(0).toLocaleUpperCase(locale)}${text.slice(1)}`;
}
