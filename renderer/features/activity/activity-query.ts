import type { ActivityFilter, ActivityGroup } from '../../../shared/domain/activity.ts';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import { startOfDay } from '../../ui/start-of-day.ts';

export type ActivityPeriod = 'any' | 'today' | '7-days' | '30-days';

/** What a person has chosen above the list. */
export interface ActivityQuery {
  readonly apiKeyId: string | null;
  readonly group: ActivityGroup | null;
  readonly period: ActivityPeriod;
  readonly search: string;
}

export const EVERYTHING: ActivityQuery = { apiKeyId: null, group: null, period: 'any', search: '' };

const daysBack = { today: 0, '7-days': 6, '30-days': 29 } as const;

/** Whole days, so that the answer is the same until midnight. `now` in epoch milliseconds. */
export function filterOf({ apiKeyId, group, period, search }: ActivityQuery, now: number): ActivityFilter {
  // Midday is in the same day whichever way a clock change goes.
  const since =
    period === 'any' ? null : startOfDay(startOfDay(now) + DAY_MS / 2 - daysBack[period] * DAY_MS);
  return { apiKeyId, group, since, search: search.trim() };
}

export function isNarrowed({ apiKeyId, group, period, search }: ActivityQuery): boolean {
  return apiKeyId !== null || group !== null || period !== 'any' || search.trim() !== '';
}
