import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { recordForMany } from './activity-of-many.ts';
import { findApiKeyRecord, setExpiredSeen } from './api-key-rows.ts';
import type { Ledger } from './ledger/ledger.ts';
import { noteInLedger } from './note-in-ledger.ts';

const EXPIRED_UNSEEN = 'ends_at <= ? AND expired_seen_at IS NULL AND revoked_at IS NULL';
const ENDED_UNSEEN = 'works_until <= ? AND ended_seen_at IS NULL';

const idRowSchema = z.object({ id: z.string() });

export interface SeenExpiredOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Writes down which keys have expired, by which rule, and which graces have ended by now, so that none of them comes back
 * when the clock goes back. Looks before it writes: this runs on every list. Returns whether there was anything new.
 */
export function markSeenExpired(options: SeenExpiredOptions): boolean {
  const { ledger, clock } = options;
  const now = clock.now();
  const expired = listEndingIds(ledger, now);
  const ended = ledger.get(`SELECT 1 FROM issued_secrets WHERE ${ENDED_UNSEEN} LIMIT 1`, [now]);
  if (expired.length === 0 && ended === undefined) return false;
  return noteInLedger(options, 'expired', () => {
    markExpired(ledger, expired, now);
    ledger.run(`UPDATE issued_secrets SET ended_seen_at = ? WHERE ${ENDED_UNSEEN}`, [now, now]);
  });
}

/** As `markSeenExpired`, for one key: two look-ups by index, for the way of a request. */
export function markKeySeenExpired(options: SeenExpiredOptions, apiKeyId: string): void {
  const { ledger, clock } = options;
  const now = clock.now();
  const expired = ledger.get(`SELECT 1 FROM api_keys WHERE id = ? AND ${EXPIRED_UNSEEN}`, [apiKeyId, now]);
  const ended = ledger.get(`SELECT 1 FROM issued_secrets WHERE api_key_id = ? AND ${ENDED_UNSEEN} LIMIT 1`, [
    apiKeyId,
    now,
  ]);
  if (expired === undefined && ended === undefined) return;
  noteInLedger(options, 'expired', () => {
    if (expired !== undefined) markExpired(ledger, [apiKeyId], now);
    ledger.run(`UPDATE issued_secrets SET ended_seen_at = ? WHERE api_key_id = ? AND ${ENDED_UNSEEN}`, [
      now,
      apiKeyId,
      now,
    ]);
  });
}

/** The keys that were not seen expired and whose end is at this instant or before it. `at` in epoch milliseconds. */
export function listEndingIds(ledger: Ledger, at: number): readonly string[] {
  return ledger
    .all(`SELECT id FROM api_keys WHERE ${EXPIRED_UNSEEN}`, [at])
    .map((row) => idRowSchema.parse(row).id);
}

/**
 * Recorded once: only a new expiration or a new value takes it back, and then the key can expire again. A policy may end thousands at
 * once, which is one entry of the activity.
 */
function markExpired(ledger: Ledger, ids: readonly string[], now: number): void {
  const marked = ids.filter((id) => {
    const rule = findApiKeyRecord(ledger, id, now)?.apiKey.expiresBy ?? null;
    if (rule !== null) setExpiredSeen(ledger, id, { at: now, rule });
    return rule !== null;
  });
  const sql =
    'SELECT api_keys.id AS id, name FROM json_each(?) AS marked JOIN api_keys ON api_keys.id = marked.value ORDER BY marked.key';
  const parameters = [JSON.stringify(marked)];
  recordForMany(ledger, { sql, parameters }, { at: now, event: { kind: 'expired' } });
}
