import type { IssuedKeyRecord, IssuedKeyStore } from '../local-api/key-store.ts';
import { findApiKeyRecord, setLastUsed, type ApiKeyRecord } from './api-key-rows.ts';
import { findIssuedSecret, type IssuedSecretRecord } from './issued-secret-rows.ts';
import type { KeyContext } from './key-context.ts';
import { findMember } from './member-rows.ts';
import { checkUsable } from './key-rules.ts';
import { noteInLedger } from './note-in-ledger.ts';
import { markKeySeenExpired } from './seen-expired.ts';

/** The Local API's view of the keys that it issued, over the ledger. */
export function createIssuedKeyStore(
  options: Pick<KeyContext, 'ledger' | 'clock' | 'logger' | 'publish'>,
): IssuedKeyStore {
  const { ledger, clock, logger, publish } = options;
  return {
    find(publicId) {
      const issued = findIssuedSecret(ledger, publicId);
      if (issued === null) return null;
      const now = clock.now();
      markKeySeenExpired(options, issued.apiKeyId);
      const record = findApiKeyRecord(ledger, issued.apiKeyId, now);
      if (record === null) return null;
      const hasLeft = findMember(ledger, record.creatorId)?.removedAt !== null;
      return {
        apiKeyId: issued.apiKeyId,
        memberId: record.creatorId,
        digest: issued.digest,
        state: hasLeft ? 'member-left' : stateOf(issued, record, now),
      };
    },
    recordUse(apiKeyId, at, origin) {
      const isNoted = noteInLedger({ ledger, logger }, 'use', () => {
        setLastUsed(ledger, apiKeyId, { at, origin });
      });
      if (isNoted) publish('keys.changed', {});
    },
  };
}

/** `issued` was read before what has ended was written down, so its time is asked here. */
function stateOf(
  issued: IssuedSecretRecord,
  { apiKey }: ApiKeyRecord,
  now: number,
): IssuedKeyRecord['state'] {
  const hasEnded = issued.endedSeenAt !== null || (issued.worksUntil !== null && now >= issued.worksUntil);
  if (hasEnded) return 'grace-ended';
  const usable = checkUsable(apiKey, now);
  if (usable.ok) return 'works';
  return usable.error.code === 'key-disabled' ? 'disabled' : 'expired';
}
