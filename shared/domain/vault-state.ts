import { z } from 'zod';

/** Who keeps the master key. A passphrase holder comes with the recovery kit. */
export const masterKeyHolderSchema = z.enum(['keychain', 'memory']);
export type MasterKeyHolder = z.infer<typeof masterKeyHolderSchema>;

export const unreadableReasonSchema = z.enum([
  'keychain-locked',
  'keychain-denied',
  'keychain-unavailable',
  'keychain-timeout',
  'master-key-absent',
  'master-key-wrong',
  'holder-was-memory',
]);
export type UnreadableReason = z.infer<typeof unreadableReasonSchema>;

/** `empty`: nothing is sealed yet and no master key exists. `needs-holder`: nothing is sealed and no keychain can hold one; the user chooses. */
export const vaultStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opening') }),
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({
    kind: z.literal('needs-holder'),
    reason: unreadableReasonSchema,
    message: z.string(),
    remedy: z.string(),
  }),
  z.strictObject({ kind: z.literal('unlocked'), holder: masterKeyHolderSchema }),
  z.strictObject({
    kind: z.literal('unreadable'),
    reason: unreadableReasonSchema,
    message: z.string(),
    remedy: z.string(),
  }),
]);
export type VaultState = z.infer<typeof vaultStateSchema>;
