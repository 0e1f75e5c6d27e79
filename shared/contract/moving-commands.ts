import { z } from 'zod';
import { movingProgressSchema, restoredSchema, restorePreviewSchema } from '../domain/moving.ts';
import { passphraseSchema } from '../domain/vault-state.ts';

const nothing = z.strictObject({});
const cancelled = z.strictObject({ kind: z.literal('cancelled') });
const tokenSchema = z.string().min(1).max(80);

/** Moving keys and services to another computer, or back after a loss. */
export const movingCommands = {
  /**
   * Asks where to and writes keys and services. With their values only under a passphrase; `null` leaves them out.
   * `passphrase-too-short`, `export-failed`, and why values cannot be opened.
   */
  'moving.export': {
    input: z.strictObject({ passphrase: passphraseSchema.nullable() }),
    output: z.discriminatedUnion('kind', [
      cancelled,
      z.strictObject({
        kind: z.literal('saved'),
        fileName: z.string(),
        keys: z.int(),
        /** Keys and variables of which the value is not in the file although values were asked for: it did not open. */
        without: z.int(),
      }),
    ]),
  },
  /** Asks for the file and says what restoring it would do. `export-file-invalid`, `passphrase-wrong`, `passphrase-wait`. */
  'moving.open': {
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: z.discriminatedUnion('kind', [
      cancelled,
      restorePreviewSchema.extend({ kind: z.literal('preview'), token: tokenSchema }),
    ]),
  },
  /** Adds what is new: all of it or nothing. `cancelled`; `not-found` when the preview was given up or Keyfob was locked since. */
  'moving.restore': {
    input: z.strictObject({ token: tokenSchema }),
    output: restoredSchema,
  },
  /** Ends the export or the restoring that runs, of which nothing was written yet: it answers that it was cancelled. */
  'moving.cancel': { input: nothing, output: nothing },
  /** Forgets what was opened. */
  'moving.drop': { input: z.strictObject({ token: tokenSchema }), output: nothing },
} as const;

export const movingEvents = {
  /** How far the export or the restoring that runs is. */
  'moving.progressed': movingProgressSchema,
} as const;
