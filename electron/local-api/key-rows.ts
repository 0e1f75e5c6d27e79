import { z } from 'zod';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';

const keyRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  mask: z.string(),
  creator_number: z.int().nullable(),
  created_at: z.int(),
  ends_at: z.int().nullable(),
  expired_seen_at: z.int().nullable(),
  last_used_at: z.int().nullable(),
  is_disabled: z.int(),
});
export type ServedKeyRow = Readonly<z.infer<typeof keyRowSchema>>;

export interface ServedKeyPage {
  /** Whose; `null` for the whole team's. */
  readonly creatorId: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** The Local API's own keys that are not revoked, newest first. Without a value: the server has digests alone. */
export function listServedKeys(ledger: Ledger, page: ServedKeyPage): readonly ServedKeyRow[] {
  return ledger
    .all(
      `SELECT k.id, k.name, k.mask, m.numeric_id AS creator_number, k.created_at, k.ends_at, k.expired_seen_at,
         k.last_used_at, k.is_disabled
       FROM api_keys k LEFT JOIN members m ON m.id = k.creator_id
       WHERE k.service_id = ?1 AND k.revoked_at IS NULL AND (?2 IS NULL OR k.creator_id = ?2)
       ORDER BY k.created_at DESC, k.rowid DESC LIMIT ?3 OFFSET ?4`,
      [LOCAL_SERVICE_ID, page.creatorId, page.limit, page.offset],
    )
    .map((row) => keyRowSchema.parse(row));
}
