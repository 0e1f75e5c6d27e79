import { z } from 'zod';
import { appErrorCodeSchema } from './app-error.ts';
import { exchangeIdSchema, exchangeSchema } from './exchange.ts';
import { httpMethodSchema, requestDraftSchema } from './http-request.ts';

/** A sent request as the list shows it. Redacted. */
export const historyEntrySchema = z.strictObject({
  id: exchangeIdSchema,
  at: z.int(),
  method: httpMethodSchema,
  url: z.string(),
  status: z.int().nullable(),
  errorCode: appErrorCodeSchema.nullable(),
  apiKeyName: z.string().nullable(),
  durationMs: z.number(),
  bodyBytes: z.int(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** What reopening an entry gives: the draft to send again, and what came back. */
export const historyRecordSchema = z.strictObject({
  entry: historyEntrySchema,
  draft: requestDraftSchema,
  exchange: exchangeSchema,
});
export type HistoryRecord = z.infer<typeof historyRecordSchema>;
