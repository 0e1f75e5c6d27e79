import { z } from 'zod';
import { apiKeyIdSchema } from './api-key.ts';
import { serviceIdSchema, serviceKindSchema } from './service.ts';

/**
 * A limit of a service as it was last told. `window`: the short one that headers tell of; `month`: the calls of the calendar
 * month; `operation`: another line of the account, under the service's own name for it.
 */
export const usageMeterSchema = z.strictObject({
  kind: z.enum(['window', 'month', 'operation']),
  /** Of an operation; empty otherwise. Said by a server: text, and nothing else. */
  name: z.string(),
  /** How long a window lasts; `null` where that was not told. */
  windowSeconds: z.number().nullable(),
  isUnlimited: z.boolean(),
  /** `null` when it was not told, and when there is none. Fractions occur. */
  limit: z.number().nullable(),
  used: z.number().nullable(),
  remaining: z.number().nullable(),
  /** Epoch milliseconds; `null` when it was not told. */
  resetsAt: z.int().nullable(),
  source: z.enum(['headers', 'account']),
  /** When it was told, in epoch milliseconds. */
  asOf: z.int(),
});
export type UsageMeter = z.infer<typeof usageMeterSchema>;

/** What a service told of its limits to the calls with one key. */
export const keyLimitsSchema = z.strictObject({
  /** `null`: a key that was asked about before it was kept. */
  apiKeyId: z.string().nullable(),
  apiKeyName: z.string(),
  /** When anything of it was told last, in epoch milliseconds. */
  asOf: z.int(),
  meters: z.array(usageMeterSchema),
  /** Whether the account's own list was told: some roles get none. */
  account: z.enum(['told', 'not-told', 'not-asked']),
});
export type KeyLimits = z.infer<typeof keyLimitsSchema>;

/** The service said that the month's calls are used up. Epoch milliseconds; `endsAt` is `null` when that is not known. */
export const exhaustionSchema = z.strictObject({ since: z.int(), endsAt: z.int().nullable() });
export type Exhaustion = z.infer<typeof exhaustionSchema>;

export const serviceUsageSchema = z.strictObject({
  serviceId: serviceIdSchema,
  serviceName: z.string(),
  kind: serviceKindSchema,
  keyCount: z.int(),
  exhaustion: exhaustionSchema.nullable(),
  /** The key that was heard of last comes first. */
  limits: z.array(keyLimitsSchema),
});
export type ServiceUsage = z.infer<typeof serviceUsageSchema>;

/** What the days of the chart are counted over. */
export const USAGE_RANGES = [7, 30, 90] as const;
export const usageRangeSchema = z.union([z.literal(7), z.literal(30), z.literal(90)]);
export type UsageRange = z.infer<typeof usageRangeSchema>;

export const usageQuerySchema = z.strictObject({
  days: usageRangeSchema,
  /** `null` for all keys. */
  apiKeyId: apiKeyIdSchema.nullable(),
});
export type UsageQuery = z.infer<typeof usageQuerySchema>;

export const callSeriesSchema = z.strictObject({
  /** `null` for calls without a key. */
  apiKeyId: z.string().nullable(),
  /** Empty for a key that is gone. */
  apiKeyName: z.string(),
  serviceName: z.string(),
  /** One number a day, as `days`. */
  calls: z.array(z.int()),
  /** Of those, how many got an error (4xx, 5xx) or no answer. */
  errors: z.array(z.int()),
});
export type CallSeries = z.infer<typeof callSeriesSchema>;

/** Calls by day and key, the busiest key first. */
export const callCountsSchema = z.strictObject({
  /** `2026-11-23`, oldest first, without gaps: days of the time zone in which each call was made. */
  days: z.array(z.string()),
  series: z.array(callSeriesSchema),
});
export type CallCounts = z.infer<typeof callCountsSchema>;

/** A share of a limit, of 100, at which the person is warned; the highest first. */
export const WARN_LEVELS = [95, 80] as const;
export type WarnLevel = (typeof WARN_LEVELS)[number];

/** How much of a meter is used, of 100 and not above it; `null` where it cannot be told. */
export function usedPercent({
  limit,
  used,
  isUnlimited,
}: Pick<UsageMeter, 'limit' | 'used' | 'isUnlimited'>) {
  if (isUnlimited || limit === null || used === null) return null;
  if (limit <= 0) return 100;
  return Math.min(100, Math.max(0, (used / limit) * 100));
}

/** The level that a meter has reached; `null` for none. */
export function warnLevelOf(meter: Pick<UsageMeter, 'limit' | 'used' | 'isUnlimited'>): WarnLevel | null {
  const percent = usedPercent(meter);
  return percent === null ? null : (WARN_LEVELS.find((level) => percent >= level) ?? null);
}

/** Midnight, UTC, of the first day of the month after `at`; epoch milliseconds. */
export function nextMonthUtc(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** Whether what a meter says is over: its window has ended, or its month. Epoch milliseconds. */
export function isPast(meter: Pick<UsageMeter, 'kind' | 'resetsAt' | 'asOf'>, now: number): boolean {
  if (meter.kind === 'month') return now >= nextMonthUtc(meter.asOf);
  return meter.resetsAt !== null && now >= meter.resetsAt;
}

/** Whether the service still has to be taken at its word. */
export function isExhaustedAt({ endsAt }: Exhaustion, now: number): boolean {
  return endsAt === null || now < endsAt;
}
