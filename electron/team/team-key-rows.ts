import { z } from 'zod';
import { revocationReasonSchema } from '../../shared/domain/revocation.ts';
import { EXPIRING_SOON_MS } from '../../shared/domain/expiry.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type { TeamKeyFilter, TeamKeySort } from '../../shared/domain/team.ts';
import { nameKey } from '../keys/name-key.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';

/**
 * The keys of the team as the dashboard sees them, API keys and the Local API's collection access keys. Filters, order and
 * paging are SQLite's: the window holds the page that it shows, so that ten thousand keys cost what a hundred do.
 */
const TEAM_KEYS = `
  SELECT id, 'api-key' AS kind, name, name_key, mask, service_id, creator_id, created_at, ends_at,
    expired_seen_at, last_used_at, is_disabled, revoked_at, revoked_reason, written
  FROM api_keys_with_end
  UNION ALL
  SELECT k.id, 'access-key', coalesce(c.name, k.collection_uid), lower(coalesce(c.name, k.collection_uid)), k.mask,
    '${LOCAL_SERVICE_ID}', k.creator_id, k.created_at, k.expires_at, k.expired_seen_at, k.last_used_at, 0, NULL, NULL, k.rowid
  FROM collection_access_keys k LEFT JOIN local_collections c ON c.uid = k.collection_uid`;

const teamKeyRowSchema = z.object({
  id: z.string(),
  kind: z.enum(['api-key', 'access-key']),
  name: z.string(),
  mask: z.string(),
  service_id: z.string(),
  creator_id: z.string(),
  created_at: z.int(),
  ends_at: z.int().nullable(),
  expired_seen_at: z.int().nullable(),
  last_used_at: z.int().nullable(),
  is_disabled: z.int(),
  revoked_at: z.int().nullable(),
  revoked_reason: revocationReasonSchema.nullable(),
});
export type TeamKeyRow = Readonly<z.infer<typeof teamKeyRowSchema>>;

const LIVE = 'revoked_at IS NULL';
const EXPIRED = '(expired_seen_at IS NOT NULL OR (ends_at IS NOT NULL AND ends_at <= ?))';
const USABLE = `${LIVE} AND is_disabled = 0 AND NOT ${EXPIRED}`;

interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** The rules of `statusOf`, as SQLite tells them. `now` in epoch milliseconds. */
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

function where(filter: TeamKeyFilter, now: number): Condition {
  const conditions = [
    stateCondition(filter.state, now),
    filter.creatorId === null ? null : { sql: 'creator_id = ?', parameters: [filter.creatorId] },
    filter.serviceId === null ? null : { sql: 'service_id = ?', parameters: [filter.serviceId] },
    filter.keyId === null ? null : { sql: 'id = ?', parameters: [filter.keyId] },
    ...searchConditions(filter.search),
  ].filter((condition) => condition !== null);
  if (conditions.length === 0) return { sql: '', parameters: [] };
  return {
    sql: `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

const ORDER: Record<TeamKeySort, string> = {
  newest: 'created_at DESC, written DESC',
  oldest: 'created_at, written',
  'recently-used': 'last_used_at DESC NULLS LAST, created_at DESC, written DESC',
};

export interface TeamKeyPage {
  readonly filter: TeamKeyFilter;
  readonly sort: TeamKeySort;
  readonly offset: number;
  /** -1 for all. */
  readonly limit: number;
}

/** The rows that match, in their order. `now` in epoch milliseconds. */
export function listTeamKeyRows(ledger: Ledger, page: TeamKeyPage, now: number): readonly TeamKeyRow[] {
  const { sql, parameters } = where(page.filter, now);
  return ledger
    .all(`SELECT * FROM (${TEAM_KEYS}) ${sql} ORDER BY ${ORDER[page.sort]} LIMIT ? OFFSET ?`, [
      ...parameters,
      page.limit,
      page.offset,
    ])
    .map((row) => teamKeyRowSchema.parse(row));
}

export function countTeamKeys(ledger: Ledger, filter: TeamKeyFilter, now: number): number {
  const { sql, parameters } = where(filter, now);
  const row = ledger.get(`SELECT count(*) AS keys FROM (${TEAM_KEYS}) ${sql}`, [...parameters]);
  return z.object({ keys: z.int() }).parse(row).keys;
}

/** The ids of those that match and are not revoked. */
export function listLiveTeamKeyIds(ledger: Ledger, filter: TeamKeyFilter, now: number): readonly string[] {
  const { sql, parameters } = where(filter, now);
  const rows = ledger.all(
    `SELECT id FROM (${TEAM_KEYS}) ${sql === '' ? 'WHERE' : `${sql} AND`} ${LIVE} ORDER BY created_at DESC, written DESC`,
    [...parameters],
  );
  return rows.map((row) => String(row['id']));
}

export function findTeamKeyRow(ledger: Ledger, id: string): TeamKeyRow | null {
  const row = ledger.get(`SELECT * FROM (${TEAM_KEYS}) WHERE id = ?`, [id]);
  return row === undefined ? null : teamKeyRowSchema.parse(row);
}

/** How many API keys of each member were not revoked, by member id. Access keys end with their member's place in the team. */
export function countLiveKeysByMember(ledger: Ledger): ReadonlyMap<string, number> {
  const rows = ledger.all(
    `SELECT creator_id, count(*) AS keys FROM api_keys WHERE ${LIVE} GROUP BY creator_id`,
  );
  return new Map(rows.map((row) => [String(row['creator_id']), Number(row['keys'])]));
}
