import { z } from 'zod';

export const KEEP_SOURCES = ['json-path', 'header', 'status'] as const;

/** What is kept of a request's answer, as a variable for the requests that follow. */
export const keepRowSchema = z.strictObject({
  /** Of the variable. */
  name: z.string().max(200),
  from: z.enum(KEEP_SOURCES),
  /** A JSONPath that leads to one place, or a header's name; of a status nothing. */
  at: z.string().max(2_000),
  /** Whether it is a secret whatever it looks like. That it is none cannot be said: what looks like one is taken for one. */
  isHidden: z.boolean(),
  isEnabled: z.boolean(),
});
export type KeepRow = z.infer<typeof keepRowSchema>;

export const keepRowsSchema = z.array(keepRowSchema).max(100).readonly();

/** Why nothing was kept. */
export const keepFindingSchema = z.enum([
  'noAnswer',
  'noHeader',
  'noJson',
  'bodyTooLarge',
  'noSinglePath',
  'nothingAtPath',
  'notOneValue',
  'tooLong',
  'notOneLine',
  'holdsTemplate',
  'masked',
]);
export type KeepFinding = z.infer<typeof keepFindingSchema>;
