import { z } from 'zod';
import type { ActivityEvent } from '../../shared/domain/activity.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import { DAY_MS } from '../../shared/domain/expiry.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type { RevokeChoice, TeamKeyChoice, TeamSelection } from '../../shared/domain/team.ts';
import { recordForMany } from '../keys/activity-of-many.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { LedgerUnavailableError, type Ledger } from '../keys/ledger/ledger.ts';
import { OWNER_ID } from '../keys/member-rows.ts';
import { setAllRevoked } from '../keys/revocation-rows.ts';
import { allOf, choiceCondition, type Condition } from './team-key-conditions.ts';
import { ACCESS_KEYS } from './team-key-rows.ts';

type BulkContext = Pick<KeyContext, 'ledger' | 'clock' | 'publish'>;

export interface RevokeInput {
  readonly keys: TeamKeyChoice;
  readonly reason: RevokeChoice;
  /** Not unless it says so. */
  readonly deletesMade?: boolean;
}

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
  keys: TeamKeyChoice,
): TeamSelection {
  const now = clock.now();
  const { sql, parameters } = choiceCondition(keys, now);
  const row = selectionRowSchema.parse(
    ledger.get(
      `SELECT count(*) AS live, sum(creator_id = (${OWNER_ID})) AS yours, sum(service_id <> ?) AS elsewhere,
         sum(last_used_at IS NOT NULL AND last_used_at > ?) AS used_lately
       FROM api_keys WHERE ${sql}`,
      [LOCAL_SERVICE_ID, now - USED_LATELY_MS, ...parameters],
    ),
  );
  const chosen = ledger.get(`SELECT count(*) AS keys FROM (${ACCESS_KEYS}) WHERE ${sql}`, [...parameters]);
  const accessKeys = Number(chosen?.['keys'] ?? 0);
  const made = allOf([madeWith({ sql, parameters }), { sql: 'expires_at > ?', parameters: [now] }]);
  const others = ledger.get(
    `SELECT count(*) AS keys FROM collection_access_keys WHERE ${made.sql}
     AND id NOT IN (SELECT id FROM (${ACCESS_KEYS}) WHERE ${sql})`,
    [...made.parameters, ...parameters],
  );
  return {
    live: row.live + accessKeys,
    accessKeys,
    made: Number(others?.['keys'] ?? 0),
    yours: row.yours ?? 0,
    elsewhere: row.elsewhere ?? 0,
    usedLately: row.used_lately ?? 0,
  };
}

/** Of collection access keys: those that programs made with these API keys, and that were not seen to end. */
function madeWith({ sql, parameters }: Condition): Condition {
  const isOfThese = `EXISTS (SELECT 1 FROM api_keys WHERE id = api_key_id AND ${sql})`;
  return { sql: `api_key_id IS NOT NULL AND expired_seen_at IS NULL AND ${isOfThese}`, parameters };
}

/** Disables or enables all of these that are not so already, in one transaction. Revoked keys stay as they are. */
export function setKeysDisabled(
  context: BulkContext,
  { keys, isDisabled }: { readonly keys: TeamKeyChoice; readonly isDisabled: boolean },
): Result<{ readonly changed: number }> {
  const { ledger, clock } = context;
  const at = clock.now();
  const which = allOf([
    choiceCondition(keys, at),
    { sql: 'is_disabled = ?', parameters: [Number(!isDisabled)] },
  ]);
  const result = changeLedger(ledger, () => {
    recordForAll(ledger, { which, at, event: { kind: isDisabled ? 'disabled' : 'enabled' } });
    const changed = ledger.run(`UPDATE api_keys SET is_disabled = ? WHERE ${which.sql}`, [
      Number(isDisabled),
      ...which.parameters,
    ]);
    return ok({ changed });
  });
  if (result.ok) afterTheAnswer(context, ['keys.changed']);
  return result;
}

/**
 * Revokes all of these at once, in one transaction: the Local API refuses them from now on, and the sealed values of one's own
 * leave this computer, also the file's free pages and log. The rows stay, with the reason; and so do the digests of what was
 * issued, by which a leaked value can still be told: no key that is revoked is found by one. `deletesMade`: the access keys that programs
 * made with them end too.
 */
export function revokeKeys(
  context: BulkContext & { readonly dropHeldSecrets: (isToGo: (id: string) => boolean) => void },
  { keys, reason, deletesMade = false }: RevokeInput,
): Result<{ readonly revoked: number }> {
  const { ledger, clock, dropHeldSecrets } = context;
  const at = clock.now();
  const which = choiceCondition(keys, at);
  const event = { kind: 'revoked', reason } as const;
  const result = changeLedger(ledger, () => {
    recordForAll(ledger, { which, at, event });
    const made = deletesMade ? deleteMadeWith(ledger, { which, at, event }) : 0;
    const accessKeys = made + deleteAccessKeys(ledger, { which, at, event });
    ledger.run(
      // Of a team's keys few are one's own, so it is their sealed values that are gone through.
      `DELETE FROM sealed_secrets WHERE EXISTS (SELECT 1 FROM api_keys WHERE id = api_key_id AND ${which.sql})`,
      which.parameters,
    );
    const revoked = setAllRevoked(ledger, which, { at, reason });
    return ok({ revoked: revoked + accessKeys, accessKeys });
  });
  if (!result.ok) return result;
  dropHeldSecrets((id) => isRevoked(ledger, id));
  const { revoked, accessKeys } = result.value;
  afterTheAnswer(context, accessKeys > 0 ? ['keys.changed', 'accessKeys.changed'] : ['keys.changed']);
  return ok({ revoked });
}

/** Milliseconds in which the window has drawn the answer. */
const DRAWN_MS = 100;

/**
 * What a person need not wait for: the log is emptied into the file, in which thousands of rows changed, and then everything that
 * follows the keys is told. A ledger that is closed before that has emptied its log.
 */
function afterTheAnswer(
  { ledger, clock, publish }: BulkContext,
  events: readonly ('keys.changed' | 'accessKeys.changed')[],
): void {
  clock.schedule(() => {
    try {
      ledger.checkpointAndScrub();
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError)) throw error;
    }
    for (const event of events) publish(event, {});
  }, DRAWN_MS);
}

function isRevoked(ledger: Ledger, id: string): boolean {
  return ledger.get('SELECT 1 FROM api_keys WHERE id = ? AND revoked_at IS NOT NULL', [id]) !== undefined;
}

interface Recording {
  readonly which: Condition;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly event: ActivityEvent;
}

function recordForAll(ledger: Ledger, { which: { sql, parameters }, at, event }: Recording): void {
  const chosen = { sql: `SELECT id, name FROM api_keys WHERE ${sql} ORDER BY rowid`, parameters };
  recordForMany(ledger, chosen, { at, event });
}

function deleteMadeWith(ledger: Ledger, { which, ...recording }: Recording): number {
  const made = madeWith(which);
  const sql = `id IN (SELECT id FROM collection_access_keys WHERE ${made.sql})`;
  return deleteAccessKeys(ledger, { ...recording, which: { ...made, sql } });
}

/** Deletes those of them that are collection access keys, which is how these are revoked; returns how many. */
function deleteAccessKeys(ledger: Ledger, { which, at, event }: Recording): number {
  const chosen = `FROM (${ACCESS_KEYS}) WHERE ${which.sql}`;
  const subjects = `SELECT id, 'Access key to ' || name AS name ${chosen} ORDER BY written`;
  recordForMany(ledger, { sql: subjects, parameters: which.parameters }, { at, event });
  return ledger.run(`DELETE FROM collection_access_keys WHERE id IN (SELECT id ${chosen})`, which.parameters);
}
