import { z } from 'zod';
import { apiKeyIdSchema } from './api-key.ts';
import { httpMethodSchema } from './http-request.ts';
import { serviceIdSchema } from './service.ts';

export const HISTORY_STATUSES = ['2xx', '3xx', '4xx', '5xx', 'failed'] as const;
export const historyStatusSchema = z.enum(HISTORY_STATUSES);
export type HistoryStatus = z.infer<typeof historyStatusSchema>;

/** Which sent requests are listed; `null`: all. */
export const historyFilterSchema = z.strictObject({
  method: httpMethodSchema.nullable(),
  status: historyStatusSchema.nullable(),
  /** The key that was chosen for it, sent or withheld. */
  apiKeyId: apiKeyIdSchema.nullable(),
  /** Sent to an origin of this service. */
  serviceId: serviceIdSchema.nullable(),
  /** Epoch milliseconds: sent then or later. */
  since: z.int().nullable(),
  /** Epoch milliseconds: sent before then. */
  until: z.int().nullable().default(null),
  isPinnedOnly: z.boolean(),
});
export type HistoryFilter = z.infer<typeof historyFilterSchema>;

export const NO_HISTORY_FILTER: HistoryFilter = {
  method: null,
  status: null,
  apiKeyId: null,
  serviceId: null,
  since: null,
  until: null,
  isPinnedOnly: false,
};

/** How much is kept: the newest `maxEntries`, none older than `maxDays` (0: any age). Pinned ones stay. */
export const historyRetentionSchema = z.strictObject({
  maxEntries: z.int().min(100).max(100_000),
  maxDays: z.int().min(0).max(3_650),
});
export type HistoryRetention = z.infer<typeof historyRetentionSchema>;

export const DEFAULT_HISTORY_RETENTION: HistoryRetention = { maxEntries: 5_000, maxDays: 0 };
