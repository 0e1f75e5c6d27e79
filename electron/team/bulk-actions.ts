import { z } from 'zod';
import type { ActivityEvent } from '../../shared/domain/activity.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import { DAY_MS } from '../../shared/domain/expiry.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type { RevokeChoice, TeamSelection } from '../../shared/domain/team.ts';
import { changeKeys } from '../keys/change-keys.ts';
import type { KeyContext } from '../keys/key-context.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { OWNER_ID } from '../keys/member-rows.ts';

type BulkContext = Pick<KeyContext, 'ledger' | 'clock' | 'publish'>;

/** Set by set and not key by key: ten thousand keys are four statements. `?1` is the list of ids as JSON. */
const SELECTED = 'id IN (SELECT value FROM json_each(?1))';
const LIVE = 'revoked_at IS NULL';

const USED_LATELY_MS = 7 * DAY_MS;

const selectionRowSchema = z.object({
  live: z.int(),
  yours: z.int().nullable(),
  elsewhere: z.int().nullable(),
  used_lately: z.int().nullable(),
});

/** What an action on these keys would meet. */
export function describeSelection(
  { ledger, clock }: Pick<BulkContext, 'ledger' | 'clock'>,
  ids: readonly string[],
): TeamSelection {
  const row = selectionRowSchema.parse(
    ledger.get(
      `SELECT count(*) AS live, sum(creator_id = (${OWNER_ID})) AS yours, sum(service_id <> ?2) AS elsewhere,
         sum(last_used_at IS NOT NULL AND last_used_at > ?3) AS used_lately
       FROM api_keys WHERE ${SELECTED} AND ${LIVE}`,
      [JSON.stringify(ids), LOCAL_SERVICE_ID, clock.now() - USED_LATELY_MS],
    ),
  );
  const accessKeys = countSelectedAccessKeys(ledger, ids);
  return {
    live: row.live + accessKeys,
    accessKeys,
    yours: row.yours ?? 0,
    elsewhere: row.elsewhere ?? 0,
    usedLately: row.used_lately ?? 0,
  };
}

function countSelectedAccessKeys(ledger: Ledger, ids: readonly string[]): number {
  const row = ledger.get(`SELECT count(*) AS keys FROM collection_access_keys WHERE ${SELECTED}`, [
    JSON.stringify(ids),
  ]);
  return Number(row?.['keys'] ?? 0);
}

/** Deletes those of them that are collection access keys, which is how these are revoked; returns how many. */
function deleteAccessKeys(
  ledger: Ledger,
  selected: string,
  { at, event }: Pick<Recording, 'at' | 'event'>,
): number {
  ledger.run(
    `INSERT INTO activity (at, api_key_id, api_key_name, kind, event)
     SELECT ?2, k.id, 'Access key to ' || coalesce(c.name, k.collection_uid), ?3, ?4
     FROM collection_access_keys k LEFT JOIN local_collections c ON c.uid = k.collection_uid
     WHERE k.${SELECTED} ORDER BY k.rowid`,
    [selected, at, event.kind, JSON.stringify(event)],
  );
  return ledger.run(`DELETE FROM collection_access_keys WHERE ${SELECTED}`, [selected]);
}

/** Disables or enables all of these that are not so already, in one transaction. Revoked keys stay as they are. */
export function setKeysDisabled(
  context: BulkContext,
  { ids, isDisabled }: { readonly ids: readonly string[]; readonly isDisabled: boolean },
): Result<{ readonly changed: number }> {
  const { ledger, clock } = context;
  const selected = JSON.stringify(ids);
  const [is, was] = isDisabled ? (['1', '0'] as const) : (['0', '1'] as const);
  const which = `${SELECTED} AND ${LIVE} AND is_disabled = ${was}`;
  return changeKeys(context, () => {
    const event = { kind: isDisabled ? 'disabled' : 'enabled' } as const;
    recordForAll(ledger, { which, selected, at: clock.now(), event });
    return ok({ changed: ledger.run(`UPDATE api_keys SET is_disabled = ${is} WHERE ${which}`, [selected]) });
  });
}

/**
 * Revokes all of these at once, in one transaction: the Local API refuses them from now on, and the sealed values of one's own
 * leave this computer, also the file's free pages and log. The rows stay, with the reason.
 */
export function revokeKeys(
  context: BulkContext & { readonly dropHeldSecrets: (ids: readonly string[]) => void },
  { ids, reason }: { readonly ids: readonly string[]; readonly reason: RevokeChoice },
): Result<{ readonly revoked: number }> {
  const { ledger, clock, dropHeldSecrets } = context;
  const selected = JSON.stringify(ids);
  const which = `${SELECTED} AND ${LIVE}`;
  const result = changeKeys(context, () => {
    const at = clock.now();
    const event = { kind: 'revoked', reason } as const;
    recordForAll(ledger, { which, selected, at, event });
    const accessKeys = deleteAccessKeys(ledger, selected, { at, event });
    ledger.run('DELETE FROM sealed_secrets WHERE api_key_id IN (SELECT value FROM json_each(?))', [selected]);
    ledger.run('DELETE FROM issued_secrets WHERE api_key_id IN (SELECT value FROM json_each(?))', [selected]);
    const revoked = ledger.run(
      `UPDATE api_keys SET revoked_at = ?2, revoked_reason = ?3, is_default = 0 WHERE ${which}`,
      [selected, at, reason],
    );
    return ok({ revoked: revoked + accessKeys, accessKeys });
  });
  if (!result.ok) return result;
  dropHeldSecrets(ids);
  ledger.checkpointAndScrub();
  if (result.value.accessKeys > 0) context.publish('accessKeys.changed', {});
  return ok({ revoked: result.value.revoked });
}

interface Recording {
  /** A condition on `api_keys` over the list of ids `?1`. */
  readonly which: string;
  /** The ids as JSON. */
  readonly selected: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly event: ActivityEvent;
}

/** One entry of the activity a key, as `recordActivity` writes it. */
function recordForAll(ledger: Ledger, { which, selected, at, event }: Recording): void {
  ledger.run(
    `INSERT INTO activity (at, api_key_id, api_key_name, kind, event)
     SELECT ?2, id, name, ?3, ?4 FROM api_keys WHERE ${which} ORDER BY rowid`,
    [selected, at, event.kind, JSON.stringify(event)],
  );
}
