import { z } from 'zod';
import { activityEventSchema, type ActivityEvent } from '../../shared/domain/activity.ts';
import type { Ledger } from './ledger/ledger.ts';

const activityRowSchema = z
  .object({
    at: z.int(),
    api_key_id: z.string(),
    api_key_name: z.string(),
    event: z.string().transform((text) => activityEventSchema.parse(JSON.parse(text))),
  })
  .transform((row) => ({
    at: row.at,
    apiKeyId: row.api_key_id,
    apiKeyName: row.api_key_name,
    event: row.event,
  }));

export type ActivityEntry = Readonly<z.infer<typeof activityRowSchema>>;

export interface ActivitySubject {
  readonly id: string;
  /** As it was then: the entry outlives a rename and the key. */
  readonly name: string;
}

/** Appends to the record of what happened to a key. `at` in epoch milliseconds. */
export function recordActivity(
  ledger: Ledger,
  subject: ActivitySubject,
  { at, event }: { readonly at: number; readonly event: ActivityEvent },
): void {
  ledger.run('INSERT INTO activity (at, api_key_id, api_key_name, kind, event) VALUES (?, ?, ?, ?, ?)', [
    at,
    subject.id,
    subject.name,
    event.kind,
    JSON.stringify(event),
  ]);
}

/** What happened to one key, oldest first; of a deleted key too. */
export function listActivityOf(ledger: Ledger, apiKeyId: string): readonly ActivityEntry[] {
  return ledger
    .all('SELECT at, api_key_id, api_key_name, event FROM activity WHERE api_key_id = ? ORDER BY id', [
      apiKeyId,
    ])
    .map((row) => activityRowSchema.parse(row));
}
