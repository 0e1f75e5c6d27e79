import { z } from 'zod';
import { restoredKeySchema, restoredServiceSchema } from '../domain/moving.ts';
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
        /** Keys of which the value is not in the file although values were asked for: it did not open. */
        without: z.int(),
      }),
    ]),
  },
  /** Asks for the file and says what restoring it would do. `export-file-invalid`, `passphrase-wrong`, `passphrase-wait`. */
  'moving.open': {
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: z.discriminatedUnion('kind', [
      cancelled,
      z.strictObject({
        kind: z.literal('preview'),
        token: tokenSchema,
        services: z.array(restoredServiceSchema),
        keys: z.array(restoredKeySchema),
      }),
    ]),
  },
  /** Adds what is new: all of it or nothing. `not-found` when the preview was given up or Keyfob was locked since. */
  'moving.restore': {
    input: z.strictObject({ token: tokenSchema }),
    output: z.strictObject({ keys: z.int(), services: z.int() }),
  },
  /** Forgets what was opened. */
  'moving.drop': { input: z.strictObject({ token: tokenSchema }), output: nothing },
} as const;
