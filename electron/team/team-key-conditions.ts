import { assertNever } from '../../shared/domain/assert-never.ts';
import { EXPIRING_SOON_MS } from '../../shared/domain/expiry.ts';
import type { TeamKeyChoice, TeamKeyFilter } from '../../shared/domain/team.ts';
import { nameKey } from '../keys/name-key.ts';

/** A condition on the columns that `api_keys` and the access keys' rows have in common, with what it is asked with. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

export const LIVE = 'revoked_at IS NULL';
const EXPIRED = '(expired_seen_at IS NOT NULL OR (ends_at IS NOT NULL AND ends_at <= ?))';
const USABLE = `${LIVE} AND is_disabled = 0 AND NOT ${EXPIRED}`;

/** The rules of a key's status, as SQLite tells them. `now` in epoch milliseconds. */
function stateCondition(state: TeamKeyFilter['state'], now: number): Condition | null {
  switch (state) {
    case 'all':
      return null;
    case 'enabled':
      return { sql: USABLE, parameters: [now] };
    case 'expiring':
      return { sql: `${USABLE} AND ends_at <= ?`, parameters: [now, now + EXPIRING_SOON_MS] };
    case 'disabled':
      return { sql: `${LIVE} AND is_disabled = 1 AND NOT ${EXPIRED}`, parameters: [now] };
    case 'expired':
      return { sql: `${LIVE} AND ${EXPIRED}`, parameters: [now] };
    case 'revoked':
      return { sql: 'revoked_at IS NOT NULL', parameters: [] };
    default:
      return assertNever(state);
  }
}

const MOST_WORDS = 8;

function searchConditions(search: string): readonly Condition[] {
  const words = nameKey(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.slice(0, MOST_WORDS).map((word) => ({
    sql: '(instr(name_key, ?) > 0 OR instr(lower(mask), ?) > 0)',
    parameters: [word, word],
  }));
}

/** Every part must hold; without a part everything matches. */
export function allOf(conditions: readonly (Condition | null)[]): Condition {
  const parts = conditions.filter((condition) => condition !== null);
  return {
    sql: parts.length === 0 ? 'TRUE' : parts.map(({ sql }) => sql).join(' AND '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

/** Which keys the filter lets through. `now` in epoch milliseconds. */
export function filterCondition(filter: TeamKeyFilter, now: number): Condition {
  return allOf([
    stateCondition(filter.state, now),
    filter.creatorId === null ? null : { sql: 'creator_id = ?', parameters: [filter.creatorId] },
    filter.serviceId === null ? null : { sql: 'service_id = ?', parameters: [filter.serviceId] },
    filter.keyId === null ? null : { sql: 'id = ?', parameters: [filter.keyId] },
    ...searchConditions(filter.search),
  ]);
}

const LISTED = 'id IN (SELECT value FROM json_each(?))';

/** The chosen keys that are not revoked. `now` in epoch milliseconds. */
export function choiceCondition(choice: TeamKeyChoice, now: number): Condition {
  const live = { sql: LIVE, parameters: [] };
  switch (choice.kind) {
    case 'ids':
      return allOf([live, { sql: LISTED, parameters: [JSON.stringify(choice.ids)] }]);
    case 'matching':
      return allOf([
        live,
        filterCondition(choice.filter, now),
        // Without the index: it is nearly all keys, and they are read and written in the order in which they lie.
        { sql: '+created_at <= ?', parameters: [choice.until] },
        choice.except.length === 0
          ? null
          : { sql: `NOT ${LISTED}`, parameters: [JSON.stringify(choice.except)] },
      ]);
    default:
      return assertNever(choice);
  }
}
