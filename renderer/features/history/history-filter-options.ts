import {
  HISTORY_STATUSES,
  type HistoryFilter,
  type HistoryStatus,
} from '../../../shared/domain/history-filter.ts';
import { HTTP_METHODS, type HttpMethod } from '../../../shared/domain/http-request.ts';
import { startOfDay } from '../../ui/day-label.ts';
import type { SelectOption } from '../../ui/select.tsx';

/** Stands for `null` in a select. */
export const ANY = 'any';

export const METHOD_OPTIONS: readonly SelectOption<HttpMethod | typeof ANY>[] = [
  { id: ANY, label: 'Any method' },
  ...HTTP_METHODS.map((method) => ({ id: method, label: method })),
];

const STATUS_LABELS: Record<HistoryStatus, string> = {
  '2xx': '2xx success',
  '3xx': '3xx redirect',
  '4xx': '4xx client error',
  '5xx': '5xx server error',
  failed: 'No response',
};

export const STATUS_OPTIONS: readonly SelectOption<HistoryStatus | typeof ANY>[] = [
  { id: ANY, label: 'Any status' },
  ...HISTORY_STATUSES.map((status) => ({ id: status, label: STATUS_LABELS[status] })),
];

export const TIME_OPTIONS = [
  { id: ANY, label: 'Any time' },
  { id: 'today', label: 'Today' },
  { id: 'week', label: 'Last 7 days' },
  { id: 'month', label: 'Last 30 days' },
] as const;
export type TimeOption = (typeof TIME_OPTIONS)[number]['id'];

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
  const options = TIME_OPTIONS.map(({ id }) => id).filter((id) => id !== ANY);
  return options.find((id) => since >= (sinceOf(id, now) ?? 0)) ?? 'month';
}

export function isFiltering(filter: HistoryFilter): boolean {
  return filter.isPinnedOnly || Object.values(filter).some((value) => value !== null && value !== false);
}
