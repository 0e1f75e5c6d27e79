import { z } from 'zod';
import { apiKeyIdSchema } from './api-key.ts';
import { toldSchema } from './told.ts';

/** Why a key is not sent to a hop. */
export const withheldReasonSchema = z.enum([
  'origin-not-bound',
  'insecure-transport',
  /** Its certificate is not checked, as the request says, and the person did not confirm that for the origin. */
  'server-unproven',
  'key-expired',
  'key-disabled',
  'key-revoked',
  'key-missing',
  'key-read-only',
  'vault-unreadable',
  'secret-damaged',
  'header-conflict',
  'redirected-to-other-origin',
  /** No connection was made (name not found, refused, bad certificate), so not a byte of the key left. */
  'not-connected',
]);
export type WithheldReason = z.infer<typeof withheldReasonSchema>;

const signer = { apiKeyId: apiKeyIdSchema, apiKeyName: z.string(), mask: z.string(), headerName: z.string() };

/**
 * What was decided about the key for one hop. `unsigned`: no key was meant for this request (none chosen, or no
 * service names this origin), which is not the same as a key that was withheld.
 */
export const signingDecisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sent'), ...signer, origin: z.string() }),
  z.strictObject({
    kind: z.literal('withheld'),
    ...signer,
    origin: z.string(),
    reason: withheldReasonSchema,
    /** What happened, for a person. */
    message: z.string(),
    remedy: z.string(),
    /** The same for the window's language; the decisions that were kept before have none. */
    told: toldSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('unsigned'),
    origin: z.string(),
    reason: z.enum([
      'no-key-chosen',
      'no-service-for-origin',
      'service-without-keys',
      'service-without-default-key',
    ]),
    message: z.string(),
    told: toldSchema.optional(),
  }),
]);
export type SigningDecision = z.infer<typeof signingDecisionSchema>;
