import { z } from 'zod';
import { graceChoiceSchema } from './expiry.ts';
import { revocationReasonSchema } from './revocation.ts';
import { withheldReasonSchema } from './signing-decision.ts';

/** What can happen to a key. Append-only; never a secret, never a URL with its query. */
export const activityEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('generated') }),
  z.strictObject({ kind: z.literal('added') }),
  z.strictObject({ kind: z.literal('revealed') }),
  z.strictObject({ kind: z.literal('copied'), from: z.enum(['window', 'tray']) }),
  z.strictObject({
    kind: z.literal('sent'),
    method: z.string(),
    origin: z.string(),
    status: z.int().nullable(),
  }),
  z.strictObject({
    kind: z.literal('withheld'),
    method: z.string(),
    origin: z.string(),
    reason: withheldReasonSchema,
  }),
  z.strictObject({ kind: z.literal('regenerated'), grace: graceChoiceSchema }),
  z.strictObject({ kind: z.literal('renamed'), from: z.string(), to: z.string() }),
  z.strictObject({ kind: z.literal('expiration-set'), expiresAt: z.int().nullable() }),
  z.strictObject({ kind: z.literal('made-default') }),
  z.strictObject({ kind: z.literal('disabled') }),
  z.strictObject({ kind: z.literal('enabled') }),
  z.strictObject({ kind: z.literal('made-read-only') }),
  z.strictObject({ kind: z.literal('made-writable') }),
  z.strictObject({ kind: z.literal('deleted') }),
  z.strictObject({ kind: z.literal('revoked'), reason: revocationReasonSchema }),
]);
export type ActivityEvent = z.infer<typeof activityEventSchema>;
