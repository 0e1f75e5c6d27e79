import { ok, type Result } from '../../shared/domain/app-error.ts';
import { recordActivity } from './activity-rows.ts';
import { setRevoked } from './api-key-rows.ts';
import { changeKeys } from './change-keys.ts';
import { deleteIssuedSecrets } from './issued-secret-rows.ts';
import type { KeyContext } from './key-context.ts';
import { requireKey } from './key-rules.ts';
import { firstMember } from './member-rows.ts';
import { deleteSealedSecrets } from './sealed-secret-rows.ts';

/**
 * Revokes the key at the Local API's server and removes its sealed secret, also from the file's free pages and log.
 * The row stays for the record, and its name is free again. No other key becomes the default by itself: the person
 * chooses which one signs from now on (see `SigningKeys.defaultKeyOf` for a service with one key left).
 */
export function deleteKey(context: KeyContext, id: string): Result<null> {
  const { ledger, clock, reveals } = context;
  const result = changeKeys(context, () => {
    const record = requireKey(context, id);
    if (!record.ok) return record;
    const now = clock.now();
    deleteSealedSecrets(ledger, id);
    deleteIssuedSecrets(ledger, id);
    const isOwn = record.value.creatorId === firstMember(ledger)?.id;
    setRevoked(ledger, id, { at: now, reason: isOwn ? 'by-creator' : 'by-admin' });
    recordActivity(ledger, record.value.apiKey, { at: now, event: { kind: 'deleted' } });
    return ok(null);
  });
  if (!result.ok) return result;
  reveals.drop(id);
  ledger.checkpointAndScrub();
  return result;
}
