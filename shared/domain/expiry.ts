import { z } from 'zod';

export const DAY_MS = 24 * 60 * 60 * 1000;
export const HOUR_MS = 60 * 60 * 1000;

/** The lifetimes offered for a key, in days. */
export const LIFETIME_DAYS = [7, 30, 60, 90, 180, 365] as const;

/** A key that ends within this time is shown as expiring. */
export const EXPIRING_SOON_MS = 14 * DAY_MS;

/** How a person says when a key ends. */
export const expiryChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('after-days'), days: z.int().min(1).max(3650) }),
  /** The instant from which the key no longer works, in epoch milliseconds. */
  z.strictObject({ kind: z.literal('at'), at: z.int().min(0).max(8_640_000_000_000_000) }),
]);
export type ExpiryChoice = z.infer<typeof expiryChoiceSchema>;

/** The choice as an instant in epoch milliseconds; `null` means never. `now` in epoch milliseconds. */
export function expiryInstant(choice: ExpiryChoice, now: number): number | null {
  switch (choice.kind) {
    case 'never':
      return null;
    case 'after-days':
      return now + choice.days * DAY_MS;
    case 'at':
      return choice.at;
  }
}

/** Expiry is exclusive: at `expiresAt` itself the key no longer works. */
export function isExpired(expiresAt: number | null, now: number): boolean {
  return expiresAt !== null && now >= expiresAt;
}

/** The longest grace, in days. */
export const MAX_GRACE_DAYS = 30;

/** How long a regenerated key's old secret still works: a usual time, or the person's own of up to 30 days. */
export const graceChoiceSchema = z.union([
  z.enum(['now', '1h', '24h', '7d']),
  z.strictObject({
    kind: z.literal('hours'),
    hours: z
      .int()
      .min(1)
      .max(MAX_GRACE_DAYS * 24),
  }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(MAX_GRACE_DAYS) }),
]);
export type GraceChoice = z.infer<typeof graceChoiceSchema>;

/** The grace in milliseconds. */
export function graceDuration(choice: GraceChoice): number {
  if (typeof choice === 'object') {
    return choice.kind === 'hours' ? choice.hours * HOUR_MS : choice.days * DAY_MS;
  }
  switch (choice) {
    case 'now':
      return 0;
    case '1h':
      return HOUR_MS;
    case '24h':
      return DAY_MS;
    case '7d':
      return 7 * DAY_MS;
  }
}
