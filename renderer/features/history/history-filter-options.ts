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

const TIMES = [ANY, 'today', 'week', 'month'] as const;
export type TimeOption = (typeof TIMES)[number];

export function timeOptions({ times }: Texts): readonly SelectOption<TimeOption>[] {
  return TIMES.map((id) => ({ id, label: times[id] }));
}

const DAYS: Record<TimeOption, number | null> = { any: null, today: 0, week: 6, month: 29 };
const DAY_MS = 86_400_000;

/** Epoch milliseconds at which a stretch of time began; `null` for all of it. */
export function sinceOf(option: TimeOption, now: number): number | null {
  const days = DAYS[option];
  return days === null ? null : startOfDay(now - days * DAY_MS);
}

/** Which option an instant came from; a stretch that began on another day is told by its length. */
export function timeOptionOf(since: number | null, now: number): TimeOption {
  if (since === null) return ANY;
  const options = TIMES.filter((id) => id !== ANY);
  return options.find((id) => since >= (sinceOf(id, now) ?? 0)) ?? 'month';
}

export function isFiltering(filter: HistoryFilter): boolean {
  return filter.isPinnedOnly || Object.values(filter).some((value) => value !== null && value !== false);
}
