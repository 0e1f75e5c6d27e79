import { z } from 'zod';
import { toldSchema } from './told.ts';

/** The state of the ledger file. A file that was set aside lies beside the ledger under `setAsideName`. */
export const ledgerStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({
    kind: z.literal('closed'),
    reason: z.enum(['damaged', 'newer-version', 'unwritable']),
    message: z.string(),
    remedy: z.string(),
    told: toldSchema.optional(),
    /** The newest backup that passed its integrity check. */
    backup: z.strictObject({ takenAt: z.int(), keyCount: z.int() }).nullable(),
  }),
]);
export type LedgerState = z.infer<typeof ledgerStateSchema>;
