import type { RevocationReason } from '../../shared/domain/revocation.ts';
import type { Ledger } from './ledger/ledger.ts';

interface Revocation {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason: RevocationReason;
}

/** What is kept of a key while it lives: where else it may go, whose it is, which profile signs with it, its limits. */
const DETAILS = [
  'key_origins',
  'key_verifications',
  'profile_defaults',
  'usage_limits',
  'usage_accounts',
] as const;

interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** Marks the key as revoked, with its details gone. Part of a transaction. */
export function setRevoked(ledger: Ledger, id: string, revocation: Revocation): void {
  markRevoked(ledger, { sql: 'id = ?', parameters: [id] }, revocation);
  for (const table of DETAILS) ledger.run(`DELETE FROM ${table} WHERE api_key_id = ?`, [id]);
}

/**
 * The same for all keys that `which` chooses; returns how many. No trigger does it, as one that looks into five tables for each
 * of thousands of keys takes a third of the time of revoking them.
 */
export function setAllRevoked(ledger: Ledger, which: Condition, revocation: Revocation): number {
  const revoked = markRevoked(ledger, which, revocation);
  for (const table of DETAILS) {
    ledger.run(
      `DELETE FROM ${table} WHERE EXISTS (SELECT 1 FROM api_keys WHERE id = api_key_id AND revoked_at IS NOT NULL)`,
    );
  }
  return revoked;
}

/** And what they are is dead for good, whatever is restored: see electron/keys/dead-keys. First, while it can be told which are meant. */
function markRevoked(ledger: Ledger, { sql, parameters }: Condition, { at, reason }: Revocation): number {
  ledger.run(
    `INSERT INTO dead_keys (id, dead_from)
     SELECT 'key:' || id, 0 FROM api_keys WHERE revoked_at IS NULL AND (${sql}) ORDER BY rowid`,
    parameters,
  );
  return ledger.run(`UPDATE api_keys SET revoked_at = ?, revoked_reason = ?, is_default = 0 WHERE ${sql}`, [
    at,
    reason,
    ...parameters,
  ]);
}
