import { z } from 'zod';
import type { Ledger, Row } from '../keys/ledger/ledger.ts';
import type { IssuedSecret } from './issuer.ts';

const accessKeyRowSchema = z.object({
  id: z.string(),
  digest: z.instanceof(Uint8Array),
  mask: z.string(),
  collection_uid: z.string(),
  creator_id: z.string(),
  created_at: z.int(),
  updated_at: z.int(),
  last_used_at: z.int().nullable(),
  expires_at: z.int(),
  expired_seen_at: z.int().nullable(),
  collection_name: z.string().nullable(),
  creator_name: z.string().nullable(),
  creator_number: z.int().nullable(),
});

/** A collection access key as the ledger holds it, with the names that belong to it now. */
export interface AccessKeyRow {
  readonly id: string;
  readonly digest: Uint8Array;
  readonly mask: string;
  readonly collectionUid: string;
  /** `null`: the collection was deleted. */
  readonly collectionName: string | null;
  readonly creatorId: string;
  readonly creatorName: string | null;
  /** As the Postman API numbers people. */
  readonly creatorNumber: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly lastUsedAt: number | null;
  readonly expiresAt: number;
  /** Whether it was seen expired: a clock that goes back does not revive it. */
  readonly hasExpired: boolean;
}

function toAccessKey(unparsed: Row): AccessKeyRow {
  const row = accessKeyRowSchema.parse(unparsed);
  return {
    id: row.id,
    digest: row.digest,
    mask: row.mask,
    collectionUid: row.collection_uid,
    collectionName: row.collection_name,
    creatorId: row.creator_id,
    creatorName: row.creator_name,
    creatorNumber: row.creator_number,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    hasExpired: row.expired_seen_at !== null,
  };
}

const ACCESS_KEYS = `
  SELECT k.id, k.digest, k.mask, k.collection_uid, k.creator_id, k.created_at, k.updated_at, k.last_used_at, k.expires_at,
    k.expired_seen_at, c.name AS collection_name, m.name AS creator_name, m.numeric_id AS creator_number
  FROM collection_access_keys k
  LEFT JOIN local_collections c ON c.uid = k.collection_uid
  LEFT JOIN members m ON m.id = k.creator_id`;

export interface AccessKeyPage {
  /** `null`: of every collection. */
  readonly collectionUid: string | null;
  readonly offset: number;
  /** -1: all. */
  readonly limit: number;
}

export const EVERY_ACCESS_KEY: AccessKeyPage = { collectionUid: null, offset: 0, limit: -1 };

/** Newest first. */
export function listAccessKeyRows(
  ledger: Ledger,
  { collectionUid, offset, limit }: AccessKeyPage,
): readonly AccessKeyRow[] {
  return ledger
    .all(
      `${ACCESS_KEYS} WHERE ?1 IS NULL OR k.collection_uid = ?1
       ORDER BY k.created_at DESC, k.rowid DESC LIMIT ?2 OFFSET ?3`,
      [collectionUid, limit, offset],
    )
    .map(toAccessKey);
}

export function findAccessKeyRow(ledger: Ledger, id: string): AccessKeyRow | null {
  const row = ledger.get(`${ACCESS_KEYS} WHERE k.id = ?`, [id]);
  return row === undefined ? null : toAccessKey(row);
}

export function findAccessKeyRowByPublicId(ledger: Ledger, publicId: string): AccessKeyRow | null {
  const row = ledger.get(`${ACCESS_KEYS} WHERE k.public_id = ?`, [publicId]);
  return row === undefined ? null : toAccessKey(row);
}

export interface NewAccessKey {
  readonly id: string;
  readonly issued: Pick<IssuedSecret, 'publicId' | 'digest'>;
  readonly mask: string;
  readonly collectionUid: string;
  readonly creatorId: string;
  /** With which it was made over the Local API; `null` for the window. */
  readonly apiKeyId: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export function insertAccessKey(ledger: Ledger, key: NewAccessKey): void {
  ledger.run(
    `INSERT INTO collection_access_keys
       (id, public_id, digest, mask, collection_uid, creator_id, created_at, updated_at, expires_at, api_key_id)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9)`,
    [
      key.id,
      key.issued.publicId,
      key.issued.digest,
      key.mask,
      key.collectionUid,
      key.creatorId,
      key.createdAt,
      key.expiresAt,
      key.apiKeyId,
    ],
  );
}

/** Of a key that was seen expired nothing is changed: a use that was under way does not bring it back. */
export function setAccessKeyUsed(
  ledger: Ledger,
  id: string,
  { at, expiresAt }: { readonly at: number; readonly expiresAt: number },
): void {
  ledger.run(
    `UPDATE collection_access_keys SET last_used_at = ?2, updated_at = ?2, expires_at = ?3
     WHERE id = ?1 AND expired_seen_at IS NULL`,
    [id, at, expiresAt],
  );
}

const EXPIRED_UNSEEN = 'expires_at <= ? AND expired_seen_at IS NULL';

export function hasUnseenExpiredAccessKey(ledger: Ledger, now: number): boolean {
  const sql = `SELECT 1 FROM collection_access_keys WHERE ${EXPIRED_UNSEEN} LIMIT 1`;
  return ledger.get(sql, [now]) !== undefined;
}

export function setAccessKeysSeenExpired(ledger: Ledger, now: number): void {
  ledger.run(`UPDATE collection_access_keys SET expired_seen_at = ? WHERE ${EXPIRED_UNSEEN}`, [now, now]);
}

/** Those that were made with this API key, and still work. */
export function listAccessKeysMadeWith(ledger: Ledger, apiKeyId: string): readonly AccessKeyRow[] {
  return ledger
    .all(`${ACCESS_KEYS} WHERE k.api_key_id = ? AND k.expired_seen_at IS NULL ORDER BY k.created_at DESC`, [
      apiKeyId,
    ])
    .map(toAccessKey);
}

/** Returns whether it was there. */
export function deleteAccessKeyRow(ledger: Ledger, id: string): boolean {
  return ledger.run('DELETE FROM collection_access_keys WHERE id = ?', [id]) > 0;
}

/** Those that one collection, or one member, still has. */
export type AccessKeysOf = { readonly collectionUid: string } | { readonly creatorId: string };

/**
 * Ends what they gave access to, with what they stand for. They stay listed as inactive until somebody deletes them.
 * `now` in epoch milliseconds. Returns the keys that were ended.
 */
export function endAccessKeys(ledger: Ledger, of: AccessKeysOf, now: number): readonly AccessKeyRow[] {
  const [column, value] =
    'collectionUid' in of ? ['collection_uid', of.collectionUid] : ['creator_id', of.creatorId];
  const ended = ledger
    .all(`${ACCESS_KEYS} WHERE k.${column} = ? AND k.expired_seen_at IS NULL`, [value])
    .map(toAccessKey);
  ledger.run(
    `UPDATE collection_access_keys SET expired_seen_at = ?1, updated_at = ?1, expires_at = min(expires_at, ?1)
     WHERE ${column} = ?2 AND expired_seen_at IS NULL`,
    [now, value],
  );
  return ended;
}
