import { timingSafeEqual } from 'node:crypto';
import type { Random } from '../ports/random.ts';
import { digestOf } from './issuer.ts';
import { parseKey } from './key-format.ts';
import type { IssuedKeyRecord, IssuedKeyStore } from './key-store.ts';

/** Why a key was refused. For the local log alone: every refusal looks the same to who asked. */
export type RefusalReason =
  | 'missing'
  | 'ambiguous'
  | 'malformed'
  | 'checksum-mismatch'
  | 'not-an-api-key'
  | 'unknown'
  | 'wrong-secret'
  | Exclude<IssuedKeyRecord['state'], 'works'>;

export type Verification =
  | { readonly kind: 'accepted'; readonly apiKeyId: string; readonly memberId: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

export interface Verifier {
  verify(secret: string): Verification;
}

const DIGEST_LENGTH = 32;

/**
 * Checks keys against what the server keeps of them. A typing error ends at the checksum, before any look-up. From there on
 * an unknown id, a wrong secret and a key that no longer works cost the same: one look-up, one digest, one comparison.
 */
export function createVerifier(options: {
  readonly keyStore: IssuedKeyStore;
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
  };
}

function isSameDigest(given: Uint8Array, kept: Uint8Array): boolean {
  return kept.length === DIGEST_LENGTH && timingSafeEqual(given, kept);
}

function refused(reason: RefusalReason): Verification {
  return { kind: 'refused', reason };
}
