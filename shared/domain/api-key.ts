import { z } from 'zod';
import { EXPIRING_SOON_MS, isExpired } from './expiry.ts';
import { serviceIdSchema } from './service.ts';

export const apiKeyIdSchema = z.string().min(1).max(80);

const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029]/u;

/** A key's name: any language, 1 to 100 characters as a person counts them, no control characters. */
export const apiKeyNameSchema = z
  .string()
  .trim()
  .transform((name) => name.normalize('NFC'))
  .refine((name) => name.length > 0, 'Give the key a name')
  .refine((name) => [...name].length <= 100, 'At most 100 characters')
  .refine((name) => !CONTROL_CHARACTERS.test(name), 'No line breaks or control characters')
  // Half a surrogate pair does not survive being written as UTF-8, and two such names would become the same.
  .refine((name) => name.isWellFormed(), 'The name holds a broken character');

/** What is known of a secret whose value is not shown. */
export const maskSchema = z.string().max(40);

const PREFIX = /^[A-Za-z]{2,8}[-_]/;

/** Prefix, dots, last four characters. A short secret shows nothing but dots, so that the mask never gives most of it away. */
export function maskOf(secret: string): string {
  if (secret.length < 12) return '••••••••';
  const prefix = PREFIX.exec(secret)?.[0] ?? '';
  return `${prefix}••••••••${secret.slice(-4)}`;
}

/** Everything about a key but its secret. Times are epoch milliseconds. */
export const apiKeySchema = z.strictObject({
  id: apiKeyIdSchema,
  serviceId: serviceIdSchema,
  name: z.string(),
  mask: maskSchema,
  createdAt: z.int(),
  regeneratedAt: z.int().nullable(),
  lastUsed: z.strictObject({ at: z.int(), origin: z.string() }).nullable(),
  expiresAt: z.int().nullable(),
  /** Whether it was ever seen expired: a clock that goes back does not revive it, only a new expiration does. */
  hasExpired: z.boolean(),
  /** Until when the secret before the last regeneration still works; `null` when none does. */
  graceEndsAt: z.int().nullable(),
  isDefault: z.boolean(),
  isDisabled: z.boolean(),
  /** A guarded key is withheld from POST, PUT, PATCH and DELETE. */
  isReadOnly: z.boolean(),
  /** Whether Keyfob itself issued it, and so can regenerate it. */
  isIssuedHere: z.boolean(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export type ApiKeyStatus = 'active' | 'expiring' | 'expired' | 'disabled';

/** Derived, never stored. `now` in epoch milliseconds. */
export function apiKeyStatus(
  apiKey: Pick<ApiKey, 'expiresAt' | 'hasExpired' | 'isDisabled'>,
  now: number,
): ApiKeyStatus {
  if (apiKey.hasExpired || isExpired(apiKey.expiresAt, now)) return 'expired';
  if (apiKey.isDisabled) return 'disabled';
  if (apiKey.expiresAt !== null && apiKey.expiresAt - now <= EXPIRING_SOON_MS) return 'expiring';
  return 'active';
}
