import { z } from 'zod';
import { DAY_MS, EXPIRING_SOON_MS, isExpired } from './expiry.ts';
import { endRuleSchema } from './key-policy.ts';
import { keyVerificationSchema } from './key-verification.ts';
import { serviceIdSchema } from './service.ts';
import { fieldTexts } from '../texts/en/fields.ts';

export const apiKeyIdSchema = z.string().min(1).max(80);

const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029]/u;

/** A key's name: any language, 1 to 100 characters as a person counts them, no control characters. */
export const apiKeyNameSchema = z
  .string()
  .trim()
  .transform((name) => name.normalize('NFC'))
  .refine((name) => name.length > 0, fieldTexts.keyNameMissing)
  .refine((name) => [...name].length <= 100, fieldTexts.atMost100)
  .refine((name) => !CONTROL_CHARACTERS.test(name), fieldTexts.noBreaksOrControls)
  // Half a surrogate pair does not survive being written as UTF-8, and two such names would become the same.
  .refine((name) => name.isWellFormed(), fieldTexts.nameBroken);

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
  /** When it ends, whichever rule comes first; `null` for never. From this instant on it no longer works. */
  expiresAt: z.int().nullable(),
  /** The rule that ends it, or that ended it; `null` when none does. */
  expiresBy: endRuleSchema.nullable(),
  /** The expiration that was set for this key alone; `null` for none. */
  ownExpiresAt: z.int().nullable(),
  /** Whether it was ever seen expired: a clock that goes back does not revive it, only a new expiration does. */
  hasExpired: z.boolean(),
  /** Until when the secret before the last regeneration still works; `null` when none does. */
  graceEndsAt: z.int().nullable(),
  /** The mask of the secret before the present one, while that still works or is still kept. */
  previousMask: maskSchema.nullable(),
  /** Whether the secret before the present one is kept, sealed, until the person says that it is gone. */
  hasOldSecret: z.boolean(),
  isDefault: z.boolean(),
  isDisabled: z.boolean(),
  /** A guarded key is withheld from POST, PUT, PATCH and DELETE. */
  isReadOnly: z.boolean(),
  /** Whether Keyfob itself issued it, and so can regenerate it. */
  isIssuedHere: z.boolean(),
  /** Where this key may go beside the origins of its service; the person agreed to each. */
  extraOrigins: z.array(z.string()).readonly(),
  /** What its service said of it when it was last asked; `null` when it never was. */
  verification: keyVerificationSchema.nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export type ApiKeyStatus = 'active' | 'expiring' | 'expired' | 'disabled';

type EndState = Pick<ApiKey, 'expiresAt' | 'hasExpired' | 'isDisabled'> & Partial<Pick<ApiKey, 'expiresBy'>>;

/** Derived, never stored. `now` in epoch milliseconds. */
export function apiKeyStatus(apiKey: EndState, now: number): ApiKeyStatus {
  if (apiKey.hasExpired || isExpired(apiKey.expiresAt, now)) return 'expired';
  if (apiKey.isDisabled) return 'disabled';
  if (apiKey.expiresAt !== null && apiKey.expiresAt - now <= soonMs(apiKey)) return 'expiring';
  return 'active';
}

/** A key that ends when it is not used is not ending while it is in use, however short the time is. */
function soonMs({ expiresBy }: EndState): number {
  if (expiresBy?.kind !== 'unused') return EXPIRING_SOON_MS;
  return Math.min(EXPIRING_SOON_MS, (expiresBy.days * DAY_MS) / 2);
}

/** Whether the person should look after it: it ends soon, and is not being rotated already. `now` in epoch milliseconds. */
export function needsAttention(apiKey: EndState & Pick<ApiKey, 'graceEndsAt'>, now: number): boolean {
  return apiKeyStatus(apiKey, now) === 'expiring' && !isInGrace(apiKey, now);
}

/** Whether the secret before the last regeneration still works beside the present one. */
export function isInGrace({ graceEndsAt }: Pick<ApiKey, 'graceEndsAt'>, now: number): boolean {
  return graceEndsAt !== null && now < graceEndsAt;
}
