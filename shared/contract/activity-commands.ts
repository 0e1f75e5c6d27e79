import { z } from 'zod';
import { activityEntrySchema, activityFilterSchema } from '../domain/activity.ts';

/** What happened to the keys, and texts that leave by the clipboard. */
export const activityCommands = {
  /** Newest first; the next page begins `before` the last entry's id. */
  'activity.list': {
    input: z.strictObject({
      filter: activityFilterSchema,
      before: z.int().nullable(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      entries: z.array(activityEntrySchema),
      hasMore: z.boolean(),
      /** How many the filter takes in all; with the first page only. */
      total: z.int().nullable(),
    }),
  },
  /** Asks where to save, in the system's dialog, and writes the file there. */
  'activity.export': {
    input: z.strictObject({ format: z.enum(['csv', 'json']), filter: activityFilterSchema }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved'), fileName: z.string(), count: z.int() }),
      z.strictObject({ kind: z.literal('cancelled') }),
    ]),
  },
  /** Copies a text of the window's. One that holds a key is refused: keys are copied by `keys.copy` alone. */
  'clipboard.copyText': {
    input: z.strictObject({ text: z.string().min(1).max(1_000_000) }),
    output: z.strictObject({}),
  },
} as const;

export const activityEvents = {
  /** Something was recorded that changed no key. */
  'activity.changed': z.strictObject({}),
} as const;
