import { z } from 'zod';

/** Whose key it is, as the service tells. Everything in it was said by a server: text, and nothing else. */
export const keyAccountSchema = z.strictObject({
  name: z.string(),
  username: z.string(),
  email: z.string(),
  /** Empty for nobody's team. */
  teamName: z.string(),
  roles: z.array(z.string()).readonly(),
});
export type KeyAccount = z.infer<typeof keyAccountSchema>;

/** What the service said of a key when it was last asked. `at` in epoch milliseconds. */
export const keyVerificationSchema = z.strictObject({
  at: z.int(),
  outcome: z.enum(['accepted', 'refused']),
  /** `null` where the service does not say whose key it is. */
  account: keyAccountSchema.nullable(),
});
export type KeyVerification = z.infer<typeof keyVerificationSchema>;

/** What became of asking about a pasted key. `not-verifiable`: its service has nothing to ask. */
export const stagedCheckSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), account: keyAccountSchema.nullable() }),
  z.strictObject({ kind: z.literal('not-verifiable') }),
]);
export type StagedCheck = z.infer<typeof stagedCheckSchema>;
