import type { CallCounts, CallSeries } from '../../../shared/domain/usage.ts';
import type { UsageTexts } from '../../../shared/texts/en/usage.ts';

/** A series as it is drawn: one key, or the rest of them. */
export interface ShownSeries {
  readonly id: string;
  readonly name: string;
  readonly serviceName: string;
  /** A custom property of the tokens. */
  readonly color: string;
  readonly calls: readonly number[];
  readonly errors: readonly number[];
}

/** So many keys have a colour of their own. */
const MOST_SHOWN = 7;

/** The busiest keys, and all others as one. A key keeps its colour while its place among them is the same. */
export function shownSeries({ days, series }: CallCounts, texts: UsageTexts): readonly ShownSeries[] {
  const hasOthers = series.length > MOST_SHOWN;
  const own = hasOthers ? series.slice(0, MOST_SHOWN) : series;
  const shown = own.map((one, index) => ({
    id: `${one.apiKeyId ?? ''} ${one.serviceName}`,
    name: seriesName(one, texts),
    serviceName: one.serviceName,
    color: `--color-series-${String(index + 1)}`,
    calls: one.calls,
    errors: one.errors,
  }));
  if (!hasOthers) return shown;
  const others = series.slice(MOST_SHOWN);
  const sum = (of: (one: CallSeries) => readonly number[]) =>
    days.map((_, index) => others.reduce((total, one) => total + (of(one)[index] ?? 0), 0));
  return [
    ...shown,
    {
      id: 'others',
      name: texts.series.others(others.length),
      serviceName: '',
      color: '--color-series-other',
      calls: sum(({ calls }) => calls),
      errors: sum(({ errors }) => errors),
    },
  ];
}

export function seriesName({ apiKeyId, apiKeyName, serviceName }: CallSeries, texts: UsageTexts): string {
  if (apiKeyId !== null) return apiKeyName === '' ? texts.series.gone : apiKeyName;
  return serviceName === '' ? texts.series.without : texts.series.before;
}

/** For each series the sum of it and those before it, day by day. */
export function stacked(series: readonly Pick<ShownSeries, 'calls'>[]): readonly (readonly number[])[] {
  const sums: (readonly number[])[] = [];
  for (const { calls } of series) {
    const below = sums.at(-1);
    sums.push(calls.map((count, index) => count + (below?.[index] ?? 0)));
  }
  return sums;
}

export function total(counts: readonly (readonly number[])[]): number {
  return counts.reduce((all, each) => all + each.reduce((sum, count) => sum + count, 0), 0);
}

const SHORT = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const LONG = {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
} as const;

/** "23 Nov"; `day` as `2026-11-23`, whatever time zone it was counted in. */
export function shortDay(day: string, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, SHORT).format(Date.parse(`${day}T00:00:00Z`));
}

/** "Mon, 23 November 2026". */
export function longDay(day: string, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, LONG).format(Date.parse(`${day}T00:00:00Z`));
}
