import { z } from 'zod';
import { toldSchema } from './told.ts';

/** Who keeps the master key: the system's keychain, the ledger (wrapped under a passphrase), or this process until it quits. */
export const masterKeyHolderSchema = z.enum(['keychain', 'passphrase', 'memory']);
export type MasterKeyHolder = z.infer<typeof masterKeyHolderSchema>;

export const unreadableReasonSchema = z.enum([
  'keychain-locked',
  'keychain-denied',
  'keychain-unavailable',
  'keychain-timeout',
  'master-key-absent',
  'master-key-wrong',
  'holder-was-memory',
  'passphrase-lost',
]);
export type UnreadableReason = z.infer<typeof unreadableReasonSchema>;

/** `start`: with a passphrase, Keyfob begins locked. `system`: the screen was locked, or the computer went to sleep. */
export const lockReasonSchema = z.enum(['start', 'hand', 'idle', 'system']);
export type LockReason = z.infer<typeof lockReasonSchema>;

/** What a passphrase must have at least (OWASP ASVS 5.0, 6.2.1 asks for 8; a wrapped key can be attacked offline, so more). */
export const MIN_PASSPHRASE_LENGTH = 12;
export const MAX_PASSPHRASE_LENGTH = 1_000;
export const passphraseSchema = z.string().max(MAX_PASSPHRASE_LENGTH);

/** `empty`: nothing is sealed yet and no master key exists. `needs-holder`: nothing is sealed and no keychain can hold one; the user chooses. */
export const vaultStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opening') }),
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({
    kind: z.literal('needs-holder'),
    reason: unreadableReasonSchema,
    message: z.string(),
    remedy: z.string(),
    told: toldSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('unlocked'), holder: masterKeyHolderSchema }),
  /** The master key is not in memory, and can be had: from the keychain, or with the passphrase. */
  z.strictObject({
    kind: z.literal('locked'),
    holder: z.enum(['keychain', 'passphrase']),
    reason: lockReasonSchema,
  }),
  z.strictObject({
    kind: z.literal('unreadable'),
    reason: unreadableReasonSchema,
    message: z.string(),
    remedy: z.string(),
    told: toldSchema.optional(),
  }),
]);
export type VaultState = z.infer<typeof vaultStateSchema>;
