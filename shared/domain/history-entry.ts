import { z } from 'zod';
import { appErrorCodeSchema } from './app-error.ts';
import { collectionIdSchema, itemIdSchema } from './collection.ts';
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
  isPinned: z.boolean().default(false),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const historyPlaceSchema = z.strictObject({
  collectionId: collectionIdSchema,
  requestId: itemIdSchema.nullable(),
});
export type HistoryPlace = z.infer<typeof historyPlaceSchema>;

/** What reopening an entry gives: the draft to send again, and what came back. */
export const historyRecordSchema = z.strictObject({
  entry: historyEntrySchema,
  draft: requestDraftSchema,
  exchange: exchangeSchema,
  /** Where the request was saved when it was sent: whose variables and key applied. */
  place: historyPlaceSchema.nullable().default(null),
});
export type HistoryRecord = z.infer<typeof historyRecordSchema>;
