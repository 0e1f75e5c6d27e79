import type { ApiKey } from '../../shared/domain/api-key.ts';
import { EXPIRING_SOON_MS } from '../../shared/domain/expiry.ts';
import type { KeyPolicies } from '../../shared/domain/key-policy.ts';
import { endOf } from './api-key-rows.ts';
import type { Ledger, Row } from './ledger/ledger.ts';
import { OWNER_ID } from './member-rows.ts';

const OWN_KEY_OUTLINES = `
  SELECT id, name, name_key, mask, service_id, created_at, regenerated_at, last_used_at, expires_at, expired_seen_at,
    expired_rule, is_disabled, is_default
  FROM api_keys WHERE revoked_at IS NULL AND creator_id = (${OWNER_ID})`;

/** What one's own keys are sorted and searched by. */
export interface KeyOutline {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly mask: string;
  readonly serviceId: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly isDefault: boolean;
  readonly isDisabled: boolean;
  readonly hasExpired: boolean;
  /** Worked out when it is asked for: few orders need it. */
  readonly endOf: (policies: KeyPolicies) => Pick<ApiKey, 'expiresAt' | 'expiresBy'>;
}

/** Of every key of one's own that was not deleted, in no order. Not parsed field by field: it is read of ten thousand at once. */
export function listOwnKeyOutlines(ledger: Ledger): readonly KeyOutline[] {
  return ledger.all(OWN_KEY_OUTLINES).map(toOutline);
}

/** Of those that end within the time in which a key counts as expiring. `now` in epoch milliseconds. */
export function listSoonEndingOutlines(ledger: Ledger, now: number): readonly KeyOutline[] {
  return ledger
    .all(
      `${OWN_KEY_OUTLINES} AND ends_at > ? AND ends_at <= ? AND expired_seen_at IS NULL AND is_disabled = 0`,
      [now, now + EXPIRING_SOON_MS],
    )
    .map(toOutline);
}

/** `null` when there is no such key of one's own. */
export function findOwnKeyOutline(ledger: Ledger, id: string): KeyOutline | null {
  const row = ledger.get(`${OWN_KEY_OUTLINES} AND id = ?`, [id]);
  return row === undefined ? null : toOutline(row);
}

function toOutline(row: Row): KeyOutline {
  const createdAt = Number(row['created_at']);
  const lastUsedAt = numberOrNull(row['last_used_at']);
  const expiredSeenAt = numberOrNull(row['expired_seen_at']);
  return {
    id: String(row['id']),
    name: String(row['name']),
    nameKey: String(row['name_key']),
    mask: String(row['mask']),
    serviceId: String(row['service_id']),
    createdAt,
    lastUsedAt,
    isDefault: row['is_default'] !== 0,
    isDisabled: row['is_disabled'] !== 0,
    hasExpired: expiredSeenAt !== null,
    endOf: (policies) =>
      endOf(
        {
          created_at: createdAt,
          regenerated_at: numberOrNull(row['regenerated_at']),
          last_used_at: lastUsedAt,
          expires_at: numberOrNull(row['expires_at']),
          expired_seen_at: expiredSeenAt,
          expired_rule: row['expired_rule'] === null ? null : String(row['expired_rule']),
        },
        { policies, isOwn: true },
      ),
  };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
