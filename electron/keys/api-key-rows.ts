import { z } from 'zod';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import type { Ledger } from './ledger/ledger.ts';
import { nameKey } from './name-key.ts';

const flag = z.int().transform((value) => value !== 0);

const apiKeyRowSchema = z
  .object({
    id: z.string(),
    service_id: z.string(),
    creator_id: z.string(),
    name: z.string(),
    mask: z.string(),
    created_at: z.int(),
    regenerated_at: z.int().nullable(),
    expires_at: z.int().nullable(),
    expired_seen_at: z.int().nullable(),
    last_used_at: z.int().nullable(),
    last_used_origin: z.string().nullable(),
    is_default: flag,
    is_disabled: flag,
    is_read_only: flag,
    is_issued_here: flag,
    secret_version: z.int(),
    grace_ends_at: z.int().nullable(),
  })
  .transform((row) => ({
    creatorId: row.creator_id,
    secretVersion: row.secret_version,
    apiKey: {
      id: row.id,
      serviceId: row.service_id,
      name: row.name,
      mask: row.mask,
      createdAt: row.created_at,
      regeneratedAt: row.regenerated_at,
      lastUsed:
        row.last_used_at === null || row.last_used_origin === null
          ? null
          : { at: row.last_used_at, origin: row.last_used_origin },
      expiresAt: row.expires_at,
      hasExpired: row.expired_seen_at !== null,
      graceEndsAt: row.grace_ends_at,
      isDefault: row.is_default,
      isDisabled: row.is_disabled,
      isReadOnly: row.is_read_only,
      isIssuedHere: row.is_issued_here,
    } satisfies ApiKey,
  }));

/** A key as the ledger holds it, its secret aside. */
export interface ApiKeyRecord {
  readonly apiKey: ApiKey;
  /** Counts up with each regenerate; the sealed secret is bound to it. */
  readonly secretVersion: number;
  readonly creatorId: string;
}

// One index look-up a row finds the grace that has not ended; there is at most one (see endIssuedSecrets).
const LIVING_KEYS = `
  SELECT id, service_id, creator_id, name, mask, created_at, regenerated_at, expires_at, expired_seen_at,
    last_used_at, last_used_origin, is_default, is_disabled, is_read_only, is_issued_here, secret_version,
    (SELECT max(works_until) FROM issued_secrets
      WHERE api_key_id = api_keys.id AND ended_seen_at IS NULL AND works_until > ?) AS grace_ends_at
  FROM api_keys WHERE revoked_at IS NULL`;

/** Every key that was not deleted, newest first. `now` in epoch milliseconds. */
export function listApiKeyRecords(ledger: Ledger, now: number): readonly ApiKeyRecord[] {
  return ledger
    .all(`${LIVING_KEYS} ORDER BY created_at DESC, rowid DESC`, [now])
    .map((row) => apiKeyRowSchema.parse(row));
}

export function listApiKeyRecordsOf(ledger: Ledger, serviceId: string, now: number): readonly ApiKeyRecord[] {
  return ledger
    .all(`${LIVING_KEYS} AND service_id = ? ORDER BY created_at DESC, rowid DESC`, [now, serviceId])
    .map((row) => apiKeyRowSchema.parse(row));
}

/** `null` when it does not exist or was deleted. */
export function findApiKeyRecord(ledger: Ledger, id: string, now: number): ApiKeyRecord | null {
  const row = ledger.get(`${LIVING_KEYS} AND id = ?`, [now, id]);
  return row === undefined ? null : apiKeyRowSchema.parse(row);
}

/** Whether another living key of the service has this name. */
export function isNameTaken(
  ledger: Ledger,
  { serviceId, name, exceptId }: { serviceId: string; name: string; exceptId: string | null },
): boolean {
  const row = ledger.get(
    'SELECT 1 FROM api_keys WHERE service_id = ? AND name_key = ? AND revoked_at IS NULL AND id IS NOT ?',
    [serviceId, nameKey(name), exceptId],
  );
  return row !== undefined;
}

export interface NewApiKey {
  readonly id: string;
  readonly serviceId: string;
  readonly creatorId: string;
  readonly name: string;
  readonly mask: string;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly isDefault: boolean;
  readonly isIssuedHere: boolean;
}

export function insertApiKey(ledger: Ledger, apiKey: NewApiKey): void {
  ledger.run(
    `INSERT INTO api_keys
       (id, service_id, creator_id, name, name_key, mask, created_at, expires_at, is_default, is_issued_here)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      apiKey.id,
      apiKey.serviceId,
      apiKey.creatorId,
      apiKey.name,
      nameKey(apiKey.name),
      apiKey.mask,
      apiKey.createdAt,
      apiKey.expiresAt,
      Number(apiKey.isDefault),
      Number(apiKey.isIssuedHere),
    ],
  );
}

export function renameApiKey(ledger: Ledger, id: string, name: string): void {
  ledger.run('UPDATE api_keys SET name = ?, name_key = ? WHERE id = ?', [name, nameKey(name), id]);
}

/** A new expiration is the only thing that takes back that the key was seen expired. */
export function setExpiresAt(ledger: Ledger, id: string, expiresAt: number | null): void {
  ledger.run('UPDATE api_keys SET expires_at = ?, expired_seen_at = NULL WHERE id = ?', [expiresAt, id]);
}

/** Makes this key its service's default in place of the one before. */
export function setDefault(ledger: Ledger, id: string, serviceId: string): void {
  ledger.run('UPDATE api_keys SET is_default = 0 WHERE service_id = ? AND is_default = 1', [serviceId]);
  ledger.run('UPDATE api_keys SET is_default = 1 WHERE id = ?', [id]);
}

export function setDisabled(ledger: Ledger, id: string, isDisabled: boolean): void {
  ledger.run('UPDATE api_keys SET is_disabled = ? WHERE id = ?', [Number(isDisabled), id]);
}

export function setReadOnly(ledger: Ledger, id: string, isReadOnly: boolean): void {
  ledger.run('UPDATE api_keys SET is_read_only = ? WHERE id = ?', [Number(isReadOnly), id]);
}

export function setRegenerated(
  ledger: Ledger,
  id: string,
  { at, mask, version }: { at: number; mask: string; version: number },
): void {
  ledger.run('UPDATE api_keys SET regenerated_at = ?, mask = ?, secret_version = ? WHERE id = ?', [
    at,
    mask,
    version,
    id,
  ]);
}

export function setLastUsed(
  ledger: Ledger,
  id: string,
  { at, origin }: { at: number; origin: string },
): void {
  ledger.run('UPDATE api_keys SET last_used_at = ?, last_used_origin = ? WHERE id = ?', [at, origin, id]);
}

/** The row stays for the record; its name is free again. */
export function setRevoked(ledger: Ledger, id: string, revokedAt: number): void {
  ledger.run('UPDATE api_keys SET revoked_at = ?, is_default = 0 WHERE id = ?', [revokedAt, id]);
}
