import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { maskOf } from '../../shared/domain/api-key.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { FoundKey } from '../../shared/domain/team.ts';
import { findApiKeyRecord } from '../keys/api-key-rows.ts';
import { findIssuedSecret } from '../keys/issued-secret-rows.ts';
import type { KeyContext } from '../keys/key-context.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { openSealedSecret } from '../keys/open-secret.ts';
import { readPastedKey } from '../keys/read-pasted-key.ts';
import { findAccessKeyRowByPublicId } from '../local-api/access-key-rows.ts';
import { digestOf } from '../local-api/issuer.ts';
import { parseKey } from '../local-api/key-format.ts';
import { readTeamKey, type TeamKeysReading } from './team-keys.ts';

export type FindContext = Pick<KeyContext, 'ledger' | 'vault' | 'clock' | 'clipboard' | 'logger'> &
  TeamKeysReading;

/** A pasted value is compared with so many keys that share its mask at most: each of them has to be opened. */
const MOST_CANDIDATES = 50;

type Match = { readonly id: string; readonly value: 'current' | 'in-grace' | 'retired' };

/**
 * Whose value is on the clipboard. A key of the Local API is told by its checksum, then by its digest, without opening any
 * secret; also one that works no longer. A key of another service is compared with those sealed here that look like it.
 * The value is kept nowhere and told to nobody. The errors of `readPastedKey`, the vault's.
 */
export async function findPastedKey(context: FindContext): Promise<Result<FoundKey>> {
  const pasted = await readPastedKey(context);
  if (!pasted.ok) return pasted;
  const secret = pasted.value;
  const parsed = parseKey(secret);
  if (parsed.kind === 'checksum-mismatch') return ok({ kind: 'none', reason: 'mistyped' });
  const match =
    parsed.kind === 'well-formed'
      ? ok(
          parsed.prefix === 'kfat'
            ? findAccessKey(context, secret, parsed.publicId)
            : findIssued(context, secret, parsed.publicId),
        )
      : findSealed(context, secret);
  if (!match.ok) return match;
  const key = match.value === null ? null : readTeamKey(context, match.value.id, context.clock.now());
  if (match.value === null || key === null) return ok({ kind: 'none', reason: 'unknown' });
  return ok({ kind: 'found', key, value: match.value.value });
}

function findIssued({ ledger, clock }: FindContext, secret: string, publicId: string): Match | null {
  const digest = digestOf(secret);
  const issued = findIssuedSecret(ledger, publicId);
  if (issued !== null) {
    if (!isSame(issued.digest, digest)) return null;
    const { worksUntil, endedSeenAt, apiKeyId: id } = issued;
    if (findApiKeyRecord(ledger, id, clock.now()) === null) return { id, value: 'retired' };
    if (worksUntil === null) return { id, value: 'current' };
    const hasEnded = endedSeenAt !== null || clock.now() >= worksUntil;
    return { id, value: hasEnded ? 'retired' : 'in-grace' };
  }
  const retired = findRetiredDigest(ledger, publicId);
  return retired !== null && isSame(retired.digest, digest)
    ? { id: retired.api_key_id, value: 'retired' }
    : null;
}

function findAccessKey({ ledger }: FindContext, secret: string, publicId: string): Match | null {
  const row = findAccessKeyRowByPublicId(ledger, publicId);
  return row !== null && isSame(row.digest, digestOf(secret)) ? { id: row.id, value: 'current' } : null;
}

const retiredRowSchema = z.object({ api_key_id: z.string(), digest: z.instanceof(Uint8Array) });

function findRetiredDigest(ledger: Ledger, publicId: string): z.infer<typeof retiredRowSchema> | null {
  const row = ledger.get('SELECT api_key_id, digest FROM retired_digests WHERE public_id = ?', [publicId]);
  return row === undefined ? null : retiredRowSchema.parse(row);
}

function findSealed(context: FindContext, secret: string): Result<Match | null> {
  const { ledger, clock } = context;
  const wanted = sha256(secret);
  const ids = ledger
    .all('SELECT id FROM api_keys WHERE mask = ? AND revoked_at IS NULL LIMIT ?', [
      maskOf(secret),
      MOST_CANDIDATES,
    ])
    .map((row) => String(row['id']));
  for (const id of ids) {
    const record = findApiKeyRecord(ledger, id, clock.now());
    if (record === null) continue;
    const opened = openSealedSecret(context, record);
    if (!opened.ok) {
      if (opened.error.code === 'key-without-secret' || opened.error.code === 'secret-damaged') continue;
      return opened;
    }
    if (isSame(sha256(opened.value), wanted)) return ok({ id, value: 'current' });
  }
  return ok(null);
}

function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text, 'utf8').digest();
}

function isSame(kept: Uint8Array, given: Uint8Array): boolean {
  return kept.length === given.length && timingSafeEqual(kept, given);
}
