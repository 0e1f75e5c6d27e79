import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { recordActivity } from './activity-rows.ts';
import type { Ledger } from './ledger/ledger.ts';
import { noteInLedger } from './note-in-ledger.ts';

const EXPIRED_UNSEEN = 'expires_at <= ? AND expired_seen_at IS NULL AND revoked_at IS NULL';
const ENDED_UNSEEN = 'works_until <= ? AND ended_seen_at IS NULL';

const expiredRowSchema = z.object({ id: z.string(), name: z.string() });

export interface SeenExpiredOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Writes down which keys have expired and which graces have ended by now, so that none of them comes back when the
 * clock goes back. Looks before it writes: this runs on every list. Returns whether there was anything new.
 */
export function markSeenExpired({ ledger, clock, logger }: SeenExpiredOptions): boolean {
  const now = clock.now();
  const isNew = ledger.get(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM api_keys WHERE ${EXPIRED_UNSEEN})
       OR EXISTS (SELECT 1 FROM issued_secrets WHERE ${ENDED_UNSEEN})`,
    [now, now],
  );
  if (isNew === undefined) return false;
  return noteInLedger({ ledger, logger }, 'expired', () => {
    for (const row of ledger.all(`SELECT id, name FROM api_keys WHERE ${EXPIRED_UNSEEN}`, [now])) {
      markExpired(ledger, expiredRowSchema.parse(row), now);
    }
    ledger.run(`UPDATE issued_secrets SET ended_seen_at = ? WHERE ${ENDED_UNSEEN}`, [now, now]);
  });
}

/** As `markSeenExpired`, for one key: two look-ups by index, for the way of a request. */
export function markKeySeenExpired({ ledger, clock, logger }: SeenExpiredOptions, apiKeyId: string): void {
  const now = clock.now();
  const isNew = ledger.get(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM api_keys WHERE id = ? AND ${EXPIRED_UNSEEN})
       OR EXISTS (SELECT 1 FROM issued_secrets WHERE api_key_id = ? AND ${ENDED_UNSEEN})`,
    [apiKeyId, now, apiKeyId, now],
  );
  if (isNew === undefined) return;
  noteInLedger({ ledger, logger }, 'expired', () => {
    const row = ledger.get(`SELECT id, name FROM api_keys WHERE id = ? AND ${EXPIRED_UNSEEN}`, [
      apiKeyId,
      now,
    ]);
    if (row !== undefined) markExpired(ledger, expiredRowSchema.parse(row), now);
    ledger.run(`UPDATE issued_secrets SET ended_seen_at = ? WHERE api_key_id = ? AND ${ENDED_UNSEEN}`, [
      now,
      apiKeyId,
      now,
    ]);
  });
}

/** Recorded once: only a new expiration takes it back, and then the key can expire again. */
function markExpired(ledger: Ledger, apiKey: z.infer<typeof expiredRowSchema>, now: number): void {
  ledger.run('UPDATE api_keys SET expired_seen_at = ? WHERE id = ?', [now, apiKey.id]);
  recordActivity(ledger, apiKey, { at: now, event: { kind: 'expired' } });
}
