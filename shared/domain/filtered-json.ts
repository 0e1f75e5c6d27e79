import { z } from 'zod';

/** More are counted and not listed. */
export const MAX_FOUND = 10_000;

/** What a JSONPath (RFC 9535) finds in the body of a response. */
export const filteredJsonSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('found'),
    /** The values that are listed as a JSON array, each as it was written. */
    text: z.string(),
    /** Where each of them stands: the names and indexes that lead to it. */
    locations: z.array(z.array(z.union([z.string(), z.int()]))),
    /** How many were found, listed or not. */
    total: z.int(),
  }),
  /** `message`: the library's words; `at`: the offset in the path, or `null` where that is not known. */
  z.strictObject({ kind: z.literal('invalid'), message: z.string(), at: z.int().nullable() }),
  z.strictObject({ kind: z.literal('not-json') }),
  /** The body is larger than `MAX_FILTERED_BYTES`. */
  z.strictObject({ kind: z.literal('too-large') }),
  /** The path asks for more than the time or the memory that it may take. */
  z.strictObject({ kind: z.literal('too-much') }),
  /** Another one began, or the person ended it. */
  z.strictObject({ kind: z.literal('cancelled') }),
]);
export type FilteredJson = z.infer<typeof filteredJsonSchema>;

export const MAX_FILTERED_BYTES = 32 * 1024 * 1024;
/** Of a body as it is shown, which is never more. */
export const MAX_FILTERED_CHARACTERS = 6_000_000;
export const MAX_JSON_PATH_CHARACTERS = 2_000;
