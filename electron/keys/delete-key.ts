import { ok, type Result } from '../../shared/domain/app-error.ts';
import { recordActivity } from './activity-rows.ts';
import { changeKeys } from './change-keys.ts';
import { deleteIssuedSecrets } from './issued-secret-rows.ts';
import type { KeyContext } from './key-context.ts';
import { requireKey } from './key-rules.ts';
import { firstMember } from './member-rows.ts';
import { setRevoked } from './revocation-rows.ts';
import { deleteSealedSecrets } from './sealed-secret-rows.ts';

/**
 * Revokes the key at the Local API's server and removes its sealed secret, also from the file's free pages and log.
 * The row stays for the record, and its name is free again. No other key becomes the default by itself: the person
 * chooses which one signs from now on (see `SigningKeys.defaultKeyOf` for a service with one key left).
 */
export function deleteKey(context: KeyContext, id: string): Result<null> {
  return deleteKeys(context, [id], () => ok(null));
}

/** As `deleteKey`, of several, with what `alongside` does, which must be synchronous: all of it or nothing. */
export function deleteKeys(
  context: KeyContext,
  ids: readonly string[],
  alongside: () => Result<null>,
): Result<null> {
  const { ledger, reveals } = context;
  const result = changeKeys(context, () => {
    for (const id of ids) {
      const deleted = deleteWithin(context, id);
      if (!deleted.ok) return deleted;
    }
    return alongside();
  });
  if (!result.ok) return result;
  for (const id of ids) reveals.drop(id);
  ledger.checkpointAndScrub();
  return result;
}

function deleteWithin(context: KeyContext, id: string): Result<null> {
  const { ledger, clock } = context;
  const record = requireKey(context, id);
  if (!record.ok) return record;
  const now = clock.now();
  deleteSealedSecrets(ledger, id);
  deleteIssuedSecrets(ledger, id);
  const isOwn = record.value.creatorId === firstMember(ledger)?.id;
  setRevoked(ledger, id, { at: now, reason: isOwn ? 'by-creator' : 'by-admin' });
  recordActivity(ledger, record.value.apiKey, { at: now, event: { kind: 'deleted' } });
  return ok(null);
}
