import { z } from 'zod';
import type { Ledger } from './ledger/ledger.ts';

const reminderRowSchema = z.object({
  ends_at: z.int(),
  reminded_days: z.int().nullable(),
  snoozed_until: z.int().nullable(),
});

export interface Reminded {
  /** The end that was meant; a key whose end has moved is reminded of anew. */
  readonly endsAt: number;
  /** How many days before it; `null` when it was not yet. */
  readonly days: number | null;
}

/** With when it is to be told again; `null` when it was not put off. */
export interface KeptReminder extends Reminded {
  readonly snoozedUntil: number | null;
}

export function findReminded(ledger: Ledger, apiKeyId: string): KeptReminder | null {
  const row = ledger.get(
    'SELECT ends_at, reminded_days, snoozed_until FROM key_reminders WHERE api_key_id = ?',
    [apiKeyId],
  );
  if (row === undefined) return null;
  const { ends_at: endsAt, reminded_days: days, snoozed_until: snoozedUntil } = reminderRowSchema.parse(row);
  return { endsAt, days, snoozedUntil };
}

/** Puts off what was told of a key last. Nothing where nothing was told. */
export function setSnoozed(ledger: Ledger, apiKeyId: string, until: number): void {
  ledger.run('UPDATE key_reminders SET snoozed_until = ? WHERE api_key_id = ?', [until, apiKeyId]);
}

export function setReminded(ledger: Ledger, apiKeyId: string, { endsAt, days }: Reminded): void {
  ledger.run(
    `INSERT INTO key_reminders (api_key_id, ends_at, reminded_days) VALUES (?, ?, ?)
     ON CONFLICT (api_key_id) DO UPDATE
     SET ends_at = excluded.ends_at, reminded_days = excluded.reminded_days, snoozed_until = NULL`,
    [apiKeyId, endsAt, days],
  );
}
