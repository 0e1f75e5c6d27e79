import {
  HISTORY_STATUSES,
  type HistoryFilter,
  type HistoryStatus,
} from '../../../shared/domain/history-filter.ts';
import { HTTP_METHODS, type HttpMethod } from '../../../shared/domain/http-request.ts';
import { startOfDay } from '../../ui/start-of-day.ts';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import type { historyTexts } from '../../../shared/texts/en/history.ts';
import type { SelectOption } from '../../ui/select.tsx';

type Texts = ShapeOf<typeof historyTexts>;

/** Stands for `null` in a select. */
export const ANY = 'any';

export function methodOptions({ filter }: Texts): readonly SelectOption<HttpMethod | typeof ANY>[] {
  return [
    { id: ANY, label: filter.anyMethod },
    ...HTTP_METHODS.map((method) => ({ id: method, label: method })),
  ];
}

export function statusOptions({
  filter,
  statuses,
}: Texts): readonly SelectOption<HistoryStatus | typeof ANY>[] {
  return [
    { id: ANY, label: filter.anyStatus },
    ...HISTORY_STATUSES.map((status) => ({ id: status, label: statuses[status] })),
  ];
}

const STRETCHES = [ANY, 'today', 'week', 'month'] as const;
const TIMES = [...STRETCHES, 'dates'] as const;
type Stretch = (typeof STRETCHES)[number];
export type TimeOption = (typeof TIMES)[number];

export function timeOptions({ times }: Texts): readonly SelectOption<TimeOption>[] {
  return TIMES.map((id) => ({ id, label: times[id] }));
}

const DAYS: Record<Stretch, number | null> = { any: null, today: 0, week: 6, month: 29 };
const DAY_MS = 86_400_000;

/** Epoch milliseconds at which a stretch of time began; `null` for all of it. */
function sinceOf(option: Stretch, now: number): number | null {
  const days = DAYS[option];
  return days === null ? null : startOfDay(now - days * DAY_MS);
}

type Times = Pick<HistoryFilter, 'since' | 'until'>;

/** What a choice stands for now. Of dates: the last seven days at first. */
export function timesOf(option: TimeOption, now: number): Times {
  if (option !== 'dates') return { since: sinceOf(option, now), until: null };
  return { since: sinceOf('week', now), until: dayAfter(now) };
}

/** Which option an instant came from; a stretch that began on another day is told by its length. An end has dates alone. */
export function timeOptionOf({ since, until }: Times, now: number): TimeOption {
  if (until !== null) return 'dates';
  if (since === null) return ANY;
  const options = STRETCHES.filter((id) => id !== ANY);
  return options.find((id) => since >= (sinceOf(id, now) ?? 0)) ?? 'month';
}

/** The first and the last day, as a date field holds them; empty for none. */
export function daysOf({ since, until }: Times): { readonly from: string; readonly to: string } {
  return { from: since === null ? '' : dayOf(since), to: until === null ? '' : dayOf(until - 1) };
}

/** Midnight before a day, and after it, in the person's time zone; `null` for an empty field. */
export function startOf(day: string): number | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return day === '' ? null : new Date(year, month - 1, date).getTime();
}

export function endOf(day: string): number | null {
  const start = startOf(day);
  return start === null ? null : dayAfter(start);
}

function dayAfter(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

function dayOf(at: number): string {
  const day = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

export function isFiltering(filter: HistoryFilter): boolean {
  return filter.isPinnedOnly || Object.values(filter).some((value) => value !== null && value !== false);
}
