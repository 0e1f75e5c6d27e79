import { timingSafeEqual } from 'node:crypto';
import type { Random } from '../ports/random.ts';
import { digestOf } from './issuer.ts';
import { parseKey } from './key-format.ts';
import type { AccessKeyRecord, AccessKeyStore, IssuedKeyRecord, IssuedKeyStore } from './key-store.ts';

/** Why a key was refused. For the local log alone: every refusal looks the same to who asked. */
export type RefusalReason =
  | 'missing'
  | 'ambiguous'
  | 'malformed'
  | 'checksum-mismatch'
  | 'not-an-api-key'
  | 'not-an-access-key'
  | 'other-collection'
  | 'unknown'
  | 'wrong-secret'
  | Exclude<IssuedKeyRecord['state'] | AccessKeyRecord['state'], 'works'>;

export type Verification =
  | { readonly kind: 'accepted'; readonly apiKeyId: string; readonly memberId: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

export type AccessVerification =
  | { readonly kind: 'accepted'; readonly accessKeyId: string; readonly memberId: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

export interface Verifier {
  verify(secret: string): Verification;
  /** `collection`: the uid or the id under which a collection is asked for. */
  verifyAccess(secret: string, collection: string): AccessVerification;
}

const DIGEST_LENGTH = 32;

/**
 * Checks keys against what the server keeps of them. A typing error ends at the checksum, before any look-up. From there on
 * an unknown id, a wrong secret and a key that no longer works cost the same: one look-up, one digest, one comparison.
 */
export function createVerifier(options: {
  readonly keyStore: IssuedKeyStore;
  readonly accessKeyStore: Pick<AccessKeyStore, 'find'>;
  readonly random: Random;
}): Verifier {
  const decoy = options.random.bytes(DIGEST_LENGTH);

  return {
    verify(secret) {
      const parsed = parseKey(secret);
      if (parsed.kind !== 'well-formed') return refused(parsed.kind);
      if (parsed.prefix !== 'kfak') return refused('not-an-api-key');
      const record = options.keyStore.find(parsed.publicId);
      const isMatch = isSameDigest(digestOf(secret), record?.digest ?? decoy);
      if (record === null) return refused('unknown');
      if (!isMatch) return refused('wrong-secret');
      if (record.state !== 'works') return refused(record.state);
      return { kind: 'accepted', apiKeyId: record.apiKeyId, memberId: record.memberId };
    },
    verifyAccess(secret, collection) {
      const parsed = parseKey(secret);
      if (parsed.kind !== 'well-formed') return refused(parsed.kind);
      if (parsed.prefix !== 'kfat') return refused('not-an-access-key');
      const record = options.accessKeyStore.find(parsed.publicId);
      const isMatch = isSameDigest(digestOf(secret), record?.digest ?? decoy);
      if (record === null) return refused('unknown');
      if (!isMatch) return refused('wrong-secret');
      if (record.state !== 'works') return refused(record.state);
      if (!isNamedBy(record.collectionUid, collection)) return refused('other-collection');
      return { kind: 'accepted', accessKeyId: record.accessKeyId, memberId: record.memberId };
    },
  };
}

function isSameDigest(given: Uint8Array, kept: Uint8Array): boolean {
  return kept.length === DIGEST_LENGTH && timingSafeEqual(given, kept);
}

/** A uid is `{userId}-{id}`, and the Postman API takes either. */
function isNamedBy(uid: string, uidOrId: string): boolean {
  return uidOrId === uid || uidOrId === uid.slice(uid.indexOf('-') + 1);
}

function refused(reason: RefusalReason): { readonly kind: 'refused'; readonly reason: RefusalReason } {
  return { kind: 'refused', reason };
}
