import { z } from 'zod';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import {
  effectiveEnd,
  endRuleSchema,
  policiesForOthers,
  type EndRule,
  type KeyPolicies,
} from '../../shared/domain/key-policy.ts';
import { EXPIRING_SOON_MS } from '../../shared/domain/expiry.ts';
import { findGraceEnd, listGraceEnds } from './issued-secret-rows.ts';
import { findKeyDetails, listKeyDetails, type KeyDetails } from './key-detail-rows.ts';
import type { Ledger, Row } from './ledger/ledger.ts';
import { rowReader } from './ledger/row-reader.ts';
import { OWNER_ID } from './member-rows.ts';
import { nameKey } from './name-key.ts';
import { readPolicies } from './policy-rows.ts';

// Without transforms, and turned into a key by a plain function: a list of 10,000 keys takes half the time.
const apiKeyRowSchema = z.object({
  id: z.string(),
  service_id: z.string(),
  creator_id: z.string(),
  name: z.string(),
  mask: z.string(),
  created_at: z.int(),
  regenerated_at: z.int().nullable(),
  expires_at: z.int().nullable(),
  expired_seen_at: z.int().nullable(),
  expired_rule: z.string().nullable(),
  previous_mask: z.string().nullable(),
  kept_version: z.int().nullable(),
  last_used_at: z.int().nullable(),
  last_used_origin: z.string().nullable(),
  is_default: z.int(),
  is_disabled: z.int(),
  is_read_only: z.int(),
  is_issued_here: z.int(),
  secret_version: z.int(),
  is_own: z.int(),
});

const readApiKeyRow = rowReader(apiKeyRowSchema);

/** A key as the ledger holds it, its secret aside. */
export interface ApiKeyRecord {
  readonly apiKey: ApiKey;
  /** Counts up with each regenerate; the sealed secret is bound to it. */
  readonly secretVersion: number;
  /** The version of the secret before, when it is kept. */
  readonly keptVersion: number | null;
  readonly creatorId: string;
  /** Whether the person whose Keyfob this is generated or added it. */
  readonly isOwn: boolean;
}

type ApiKeyRow = z.infer<typeof apiKeyRowSchema>;

/** What the rows are read with. */
interface Reading {
  readonly graceEnds: ReadonlyMap<string, number>;
  readonly policies: KeyPolicies;
  readonly details: ReadonlyMap<string, KeyDetails>;
}

/** What belongs to the rows of many keys. `now` in epoch milliseconds. */
function readingAt(ledger: Ledger, now: number): Reading {
  return {
    graceEnds: listGraceEnds(ledger, now),
    policies: readPolicies(ledger),
    details: listKeyDetails(ledger),
  };
}

function toRecord(unparsed: Row, { graceEnds, policies, details }: Reading): ApiKeyRecord {
  const row = readApiKeyRow(unparsed);
  const graceEndsAt = graceEnds.get(row.id) ?? null;
  return {
    creatorId: row.creator_id,
    isOwn: row.is_own !== 0,
    secretVersion: row.secret_version,
    keptVersion: row.kept_version,
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
      ...endOf(row, { policies, isOwn: row.is_own !== 0 }),
      ownExpiresAt: row.expires_at,
      hasExpired: row.expired_seen_at !== null,
      graceEndsAt,
      previousMask: graceEndsAt !== null || row.kept_version !== null ? row.previous_mask : null,
      hasOldSecret: row.kept_version !== null,
      isDefault: row.is_default !== 0,
      isDisabled: row.is_disabled !== 0,
      isReadOnly: row.is_read_only !== 0,
      isIssuedHere: row.is_issued_here !== 0,
      ...(details.get(row.id) ?? NO_DETAILS),
    },
  };
}

/** What of a key's row tells its end. */
export type EndingRow = Pick<
  ApiKeyRow,
  'created_at' | 'regenerated_at' | 'last_used_at' | 'expires_at' | 'expired_seen_at' | 'expired_rule'
>;

/**
 * When the key ends and by which rule. One that was seen expired keeps the rule and the time, whatever the clock and the
 * policies say since.
 */
export function endOf(
  row: EndingRow,
  { policies, isOwn }: { readonly policies: KeyPolicies; readonly isOwn: boolean },
): Pick<ApiKey, 'expiresAt' | 'expiresBy'> {
  const end = effectiveEnd(
    {
      createdAt: row.created_at,
      regeneratedAt: row.regenerated_at,
      lastUsedAt: row.last_used_at,
      ownExpiresAt: row.expires_at,
    },
    isOwn ? policies : policiesForOthers(policies),
  );
  if (row.expired_seen_at === null) return { expiresAt: end?.at ?? null, expiresBy: end?.rule ?? null };
  const expiresAt = Math.min(end?.at ?? row.expired_seen_at, row.expired_seen_at);
  return { expiresAt, expiresBy: seenRule(row.expired_rule) };
}

function seenRule(json: string | null): EndRule {
  return json === null ? { kind: 'own' } : endRuleSchema.parse(JSON.parse(json));
}

const NO_DETAILS: KeyDetails = { extraOrigins: [], verification: null };

const LIVING_KEYS = `
  SELECT id, service_id, creator_id, name, mask, created_at, regenerated_at, expires_at, expired_seen_at,
    expired_rule, previous_mask, kept_version,
    last_used_at, last_used_origin, is_default, is_disabled, is_read_only, is_issued_here, secret_version,
    creator_id IS (${OWNER_ID}) AS is_own
  FROM api_keys WHERE revoked_at IS NULL`;

/** One's own: keys of other members are seen in *Team keys* alone. */
const OWN_KEYS = `${LIVING_KEYS} AND creator_id = (${OWNER_ID})`;

const NEWEST_FIRST = 'ORDER BY created_at DESC, rowid DESC';

/** Every key of one's own that was not deleted, newest first. `now` in epoch milliseconds. */
export function listApiKeyRecords(ledger: Ledger, now: number): readonly ApiKeyRecord[] {
  const reading = readingAt(ledger, now);
  return ledger.all(`${OWN_KEYS} ${NEWEST_FIRST}`).map((row) => toRecord(row, reading));
}

/** Those of one's own with these ids, in their order. `now` in epoch milliseconds. */
export function listApiKeyRecordsById(
  ledger: Ledger,
  ids: readonly string[],
  now: number,
): readonly ApiKeyRecord[] {
  const reading = readingAt(ledger, now);
  const rows = ledger.all(`${OWN_KEYS} AND id IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)]);
  const byId = new Map(rows.map((row) => [row['id'], toRecord(row, reading)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Those of one's own that end within the time in which a key counts as expiring. `now` in epoch milliseconds. */
function listSoonEnding(ledger: Ledger, now: number): readonly ApiKeyRecord[] {
  const reading = readingAt(ledger, now);
  return ledger
    .all(`${OWN_KEYS} AND ends_at > ? AND ends_at <= ? AND expired_seen_at IS NULL AND is_disabled = 0`, [
      now,
      now + EXPIRING_SOON_MS,
    ])
    .map((row) => toRecord(row, reading));
}

/** Of one's own: the defaults and those used or made last, `most` of them; those that end soon; and the one that ends next. */
export function listNotableRecords(
  ledger: Ledger,
  { now, most }: { readonly now: number; readonly most: number },
): readonly ApiKeyRecord[] {
  const reading = readingAt(ledger, now);
  const read = (rest: string, ...parameters: number[]): readonly ApiKeyRecord[] =>
    ledger.all(`${OWN_KEYS} ${rest}`, parameters).map((row) => toRecord(row, reading));
  // Each by its index: the latest of both kinds are among the latest of each.
  const latest = unique([
    ...read('AND is_default = 1'),
    ...read('ORDER BY last_used_at DESC, created_at DESC LIMIT ?', most),
    ...read('ORDER BY created_at DESC LIMIT ?', most),
  ]).toSorted(
    (a, b) => Number(b.apiKey.isDefault) - Number(a.apiKey.isDefault) || lastEventOf(b) - lastEventOf(a),
  );
  const next = read('AND ends_at > ? AND expired_seen_at IS NULL ORDER BY ends_at LIMIT 1', now);
  return unique([...latest.slice(0, most), ...next, ...listSoonEnding(ledger, now)]);
}

function unique(records: readonly ApiKeyRecord[]): readonly ApiKeyRecord[] {
  return [...new Map(records.map((record) => [record.apiKey.id, record])).values()];
}

function lastEventOf({ apiKey: { lastUsed, createdAt } }: ApiKeyRecord): number {
  return Math.max(lastUsed?.at ?? 0, createdAt);
}

/** As `listApiKeyRecords`, of every member. */
export function listTeamApiKeyRecords(ledger: Ledger, now: number): readonly ApiKeyRecord[] {
  const reading = readingAt(ledger, now);
  return ledger.all(`${LIVING_KEYS} ${NEWEST_FIRST}`).map((row) => toRecord(row, reading));
}

/** As `listApiKeyRecords`, of one service. */
export function listApiKeyRecordsOf(ledger: Ledger, serviceId: string, now: number): readonly ApiKeyRecord[] {
  const reading = readingAt(ledger, now);
  return ledger
    .all(`${OWN_KEYS} AND service_id = ? ${NEWEST_FIRST}`, [serviceId])
    .map((row) => toRecord(row, reading));
}

/** `null` when it does not exist or was deleted. */
export function findApiKeyRecord(ledger: Ledger, id: string, now: number): ApiKeyRecord | null {
  const row = ledger.get(`${LIVING_KEYS} AND id = ?`, [id]);
  if (row === undefined) return null;
  return toRecord(row, {
    graceEnds: findGraceEnd(ledger, id, now),
    policies: readPolicies(ledger),
    details: findKeyDetails(ledger, id),
  });
}

const readId = rowReader(z.object({ id: z.string() }));

/** The id of the key that is marked as its service's default; `null` when none is. */
export function findDefaultKeyId(ledger: Ledger, serviceId: string): string | null {
  const row = ledger.get(
    'SELECT id FROM api_keys WHERE service_id = ? AND is_default = 1 AND revoked_at IS NULL',
    [serviceId],
  );
  return row === undefined ? null : readId(row).id;
}

/** Whether this member has a living key of the service. */
export function hasKeys(ledger: Ledger, serviceId: string, creatorId: string): boolean {
  const sql = 'SELECT 1 FROM api_keys WHERE service_id = ? AND creator_id = ? AND revoked_at IS NULL LIMIT 1';
  return ledger.get(sql, [serviceId, creatorId]) !== undefined;
}

export interface WantedName {
  readonly serviceId: string;
  /** `null`: the person whose Keyfob this is. */
  readonly creatorId: string | null;
  readonly name: string;
  readonly exceptId: string | null;
}

/** Whether another living key of this member for the service has this name. */
export function isNameTaken(ledger: Ledger, { serviceId, creatorId, name, exceptId }: WantedName): boolean {
  const row = ledger.get(
    `SELECT 1 FROM api_keys WHERE service_id = ?1 AND creator_id = coalesce(?2, (${OWNER_ID})) AND name_key = ?3
       AND revoked_at IS NULL AND id IS NOT ?4`,
    [serviceId, creatorId, nameKey(name), exceptId],
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

/** Takes back that the key was seen expired, as only a new expiration and a new secret do. */
export function setExpiresAt(ledger: Ledger, id: string, expiresAt: number | null): void {
  ledger.run('UPDATE api_keys SET expires_at = ?, expired_seen_at = NULL, expired_rule = NULL WHERE id = ?', [
    expiresAt,
    id,
  ]);
}

export function setExpiredSeen(
  ledger: Ledger,
  id: string,
  { at, rule }: { at: number; rule: EndRule },
): void {
  ledger.run(
    'UPDATE api_keys SET expired_seen_at = ?, expired_rule = ? WHERE id = ? AND expired_seen_at IS NULL',
    [at, JSON.stringify(rule), id],
  );
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

/** A new secret; `keptVersion` names the one before when it stays sealed. Takes back that the key was seen expired. */
export function setRegenerated(
  ledger: Ledger,
  id: string,
  next: { at: number; mask: string; version: number; keptVersion: number | null },
): void {
  ledger.run(
    `UPDATE api_keys SET regenerated_at = ?, previous_mask = mask, mask = ?, secret_version = ?, kept_version = ?,
       expired_seen_at = NULL, expired_rule = NULL WHERE id = ?`,
    [next.at, next.mask, next.version, next.keptVersion, id],
  );
}

export function forgetKeptVersion(ledger: Ledger, id: string): void {
  ledger.run('UPDATE api_keys SET kept_version = NULL, previous_mask = NULL WHERE id = ?', [id]);
}

export function setLastUsed(
  ledger: Ledger,
  id: string,
  { at, origin }: { at: number; origin: string },
): void {
  ledger.run('UPDATE api_keys SET last_used_at = ?, last_used_origin = ? WHERE id = ?', [at, origin, id]);
}
