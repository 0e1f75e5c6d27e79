import { z } from 'zod';
import { recordActivity } from '../activity-rows.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { setRevoked } from '../revocation-rows.ts';
import type { DeadKey } from './dead-key.ts';

// Parsed whole, and only once: a revocation writes thousands.
const rowsSchema = z.array(
  z.object({ seq: z.int(), id: z.string(), dead_from: z.int(), expired_from: z.int().nullable() }),
);

export interface DeadKeyRow extends DeadKey {
  /** Counts up with every change. */
  readonly seq: number;
}

/** What was written after `seq`, in order; 0: all. */
export function listDeadKeys(ledger: Ledger, seq: number): readonly DeadKeyRow[] {
  const rows = ledger.all(
    'SELECT seq, id, dead_from, expired_from FROM dead_keys WHERE seq > ? ORDER BY seq',
    [seq],
  );
  return rowsSchema.parse(rows).map(({ seq, id, dead_from: deadFrom, expired_from: expiredFrom }) => ({
    seq,
    id,
    deadFrom,
    expiredFrom,
  }));
}

const linesSchema = z.object({ last: z.int().nullable(), lines: z.string().nullable() });

/** The lines of the list (dead-key-file.ts) for what was written after `seq`, in no order; `null` when nothing was. A revocation writes thousands. */
export function readDeadKeyLines(
  ledger: Ledger,
  seq: number,
): { readonly last: number; readonly lines: string } | null {
  const row = ledger.get(
    `SELECT max(seq) AS last, group_concat(
       '[' || json_quote(id) || ',' || dead_from || ',' || coalesce(expired_from, 'null') || ']' || char(10), ''
     ) AS lines
     FROM dead_keys WHERE seq > ?`,
    [seq],
  );
  const { last, lines } = linesSchema.parse(row);
  return last === null || lines === null ? null : { last, lines };
}

/** Adds what is not there, and what is dead earlier than it says there. */
export function addDeadKeys(ledger: Ledger, keys: readonly DeadKey[]): void {
  const json = JSON.stringify(keys.map(({ id, deadFrom, expiredFrom }) => [id, deadFrom, expiredFrom]));
  ledger.run(
    `INSERT INTO dead_keys (id, dead_from, expired_from)
     SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) AS added
     LEFT JOIN (SELECT id, min(dead_from) AS dead_from FROM dead_keys GROUP BY id) AS known ON known.id = value ->> 0
     WHERE coalesce(known.dead_from > value ->> 1, TRUE) ORDER BY added.key`,
    [json],
  );
}

/** Forgets what has expired wherever it lies. Epoch milliseconds. */
export function forgetExpired(ledger: Ledger, before: number): void {
  ledger.run('DELETE FROM dead_keys WHERE expired_from <= ?', [before]);
}

const idSchema = z.object({ id: z.string() });

/** Which of these are dead now. `now` in epoch milliseconds. */
export function deadAmong(ledger: Ledger, ids: readonly string[], now: number): ReadonlySet<string> {
  const dead = ledger.all(
    'SELECT DISTINCT id FROM dead_keys WHERE dead_from <= ? AND id IN (SELECT value FROM json_each(?))',
    [now, JSON.stringify(ids)],
  );
  return new Set(dead.map((row) => idSchema.parse(row).id));
}

const revivedSchema = z.object({ id: z.string(), name: z.string() });
const REVIVED_KEYS = `SELECT id, name FROM api_keys WHERE revoked_at IS NULL
  AND 'key:' || id IN (SELECT id FROM dead_keys)`;

/**
 * Ends what the ledger holds of the dead: after a backup took its place, that is what was deleted or regenerated since. A key of which
 * only the value was replaced stays, without a value. `now` in epoch milliseconds. Returns how much was ended.
 */
export function endDead(ledger: Ledger, now: number): number {
  const revived = ledger.all(REVIVED_KEYS).map((row) => revivedSchema.parse(row));
  for (const key of revived) {
    recordActivity(ledger, key, { at: now, event: { kind: 'deleted' } });
    setRevoked(ledger, key.id, { at: now, reason: 'by-creator' });
    ledger.run('DELETE FROM sealed_secrets WHERE api_key_id = ?', [key.id]);
  }
  const secrets = ledger.run(
    `UPDATE issued_secrets SET works_until = max(1, d.dead_from),
       ended_seen_at = CASE WHEN d.dead_from <= ?1 THEN coalesce(ended_seen_at, ?1) ELSE ended_seen_at END
     FROM (SELECT id, min(dead_from) AS dead_from FROM dead_keys WHERE id >= 'kf' GROUP BY id) d WHERE d.id = 'kfak:' || public_id AND coalesce(works_until, 9007199254740991) > d.dead_from
       AND NOT (d.dead_from = 0 AND ended_seen_at IS NOT NULL)
       AND api_key_id IN (SELECT id FROM api_keys WHERE revoked_at IS NULL)`,
    [now],
  );
  if (secrets > 0) {
    // Only of keys of which the Local API knows a secret, and none that works or may still.
    ledger.run(
      `DELETE FROM sealed_secrets WHERE api_key_id IN (
         SELECT api_key_id FROM issued_secrets GROUP BY api_key_id
         HAVING sum(ended_seen_at IS NULL AND (works_until IS NULL OR works_until > ?)) = 0)`,
      [now],
    );
  }
  const accessKeys = ledger.run(
    `DELETE FROM collection_access_keys WHERE expired_seen_at IS NULL
       AND 'kfat:' || public_id IN (SELECT id FROM dead_keys WHERE id >= 'kf' AND dead_from <= ?)`,
    [now],
  );
  return revived.length + secrets + accessKeys;
}
