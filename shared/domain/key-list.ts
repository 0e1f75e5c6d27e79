import { z } from 'zod';
import { apiKeyIdSchema, apiKeySchema } from './api-key.ts';

/** What the list of one's own keys can be sorted by. */
export const keySortSchema = z.strictObject({
  column: z.enum(['name', 'service', 'created', 'lastUsed', 'expires', 'status']),
  direction: z.enum(['ascending', 'descending']),
});
export type KeyListSort = z.infer<typeof keySortSchema>;

/** Which part of the list is wanted. */
export const keyPageRequestSchema = z.strictObject({
  /** Words that the name, the service’s name or the mask has to hold, in any case and order; empty for every key. */
  search: z.string().max(200),
  sort: keySortSchema,
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
  /** A key whose place in the list is asked for; `null` for none. */
  placeOf: apiKeyIdSchema.nullable(),
});
export type KeyPageRequest = z.infer<typeof keyPageRequestSchema>;

export const keyPageSchema = z.strictObject({
  /** How many keys of one's own there are, and how many of them match. */
  all: z.int(),
  total: z.int(),
  keys: z.array(apiKeySchema),
  /** Where the key that was asked for is; `null` when it is not among those that match. */
  place: z.int().nullable(),
});
export type KeyPage = z.infer<typeof keyPageSchema>;

/** Keys to choose one from: default keys first, then those used last, then the newest. */
export const keyFindSchema = z.strictObject({
  /** Words that the name, the mask or `besides` has to hold; accents and case do not matter. Empty for every key. */
  search: z.string().max(200),
  /** What the search may also say of any key, such as what would be done with it. */
  besides: z.string().max(40),
  limit: z.int().min(1).max(500),
});
export type KeyFind = z.infer<typeof keyFindSchema>;
