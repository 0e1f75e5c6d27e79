import { z } from 'zod';
import { exchangeIdSchema } from '../domain/exchange.ts';
import { historyEntrySchema, historyRecordSchema } from '../domain/history-entry.ts';
import { historyFilterSchema, historyRetentionSchema, NO_HISTORY_FILTER } from '../domain/history-filter.ts';

const nothing = z.strictObject({});
const exchangeId = z.strictObject({ id: exchangeIdSchema });

export const historyCommands = {
  /** Newest first. `search`: words that all have to stand in the address, the method, the status or the key's name. */
  'history.list': {
    input: z.strictObject({
      limit: z.int().min(1).max(500),
      before: z.int().nullable(),
      search: z.string().max(200),
      filter: historyFilterSchema.default(NO_HISTORY_FILTER),
    }),
    output: z.strictObject({ entries: z.array(historyEntrySchema), hasMore: z.boolean() }),
  },
  /** What was sent before with the same method to the same address, newest first. */
  'history.listEarlier': {
    input: exchangeId.extend({ limit: z.int().min(1).max(100) }),
    output: z.strictObject({ entries: z.array(historyEntrySchema) }),
  },
  'history.get': { input: exchangeId, output: historyRecordSchema },
  /** A pinned entry stays when the history is cleared, and however old it is. */
  'history.setPinned': { input: exchangeId.extend({ isPinned: z.boolean() }), output: historyEntrySchema },
  'history.delete': { input: exchangeId, output: nothing },
  /** Deletes all that is not pinned. */
  'history.clear': { input: nothing, output: nothing },
  /** How many entries a retention would delete at once. */
  'history.countBeyond': { input: historyRetentionSchema, output: z.strictObject({ count: z.int() }) },
  /** Keeps to it from now on, and deletes what is beyond it. */
  'history.setRetention': { input: historyRetentionSchema, output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
