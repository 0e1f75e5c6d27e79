import { z } from 'zod';
import { revocationReasonSchema } from '../../shared/domain/revocation.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type { TeamKeyFilter, TeamKeySort } from '../../shared/domain/team.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { filterCondition, LIVE, type Condition } from './team-key-conditions.ts';

const COLUMNS = `id, kind, name, mask, service_id, creator_id, created_at, regenerated_at, expires_at, ends_at,
  expired_seen_at, expired_rule, last_used_at, is_disabled, revoked_at, revoked_reason, written`;

const API_KEYS = "SELECT *, 'api-key' AS kind, rowid AS written FROM api_keys";

/** The Local API's collection access keys, with the columns of API keys. */
export const ACCESS_KEYS = `
  SELECT k.id, 'access-key' AS kind, coalesce(c.name, k.collection_uid) AS name,
    lower(coalesce(c.name, k.collection_uid)) AS name_key, k.mask, '${LOCAL_SERVICE_ID}' AS service_id, k.creator_id,
    k.created_at, NULL AS regenerated_at, k.expires_at, k.expires_at AS ends_at, k.expired_seen_at, NULL AS expired_rule,
    k.last_used_at, 0 AS is_disabled, NULL AS revoked_at, NULL AS revoked_reason, k.rowid AS written
  FROM collection_access_keys k LEFT JOIN local_collections c ON c.uid = k.collection_uid`;

/**
 * The team's keys as the dashboard sees them, API keys and access keys. Filters, order and paging are SQLite's: the window holds
 * the page that it shows. The condition stands in each half, so that each is read by its index, in order, no further than the page.
 */
const teamKeys = ({ sql }: Condition): string => `
  SELECT ${COLUMNS} FROM (${API_KEYS}) WHERE ${sql}
  UNION ALL SELECT ${COLUMNS} FROM (${ACCESS_KEYS}) WHERE ${sql}`;

const teamKeyRowSchema = z.object({
  id: z.string(),
  kind: z.enum(['api-key', 'access-key']),
  name: z.string(),
  mask: z.string(),
  service_id: z.string(),
  creator_id: z.string(),
  created_at: z.int(),
  regenerated_at: z.int().nullable(),
  expires_at: z.int().nullable(),
  ends_at: z.int().nullable(),
  expired_seen_at: z.int().nullable(),
  expired_rule: z.string().nullable(),
  last_used_at: z.int().nullable(),
  is_disabled: z.int(),
  revoked_at: z.int().nullable(),
  revoked_reason: revocationReasonSchema.nullable(),
});
export type TeamKeyRow = Readonly<z.infer<typeof teamKeyRowSchema>>;

/** `DESC` puts what was never used last. */
const ORDER: Record<TeamKeySort, string> = {
  newest: 'created_at DESC, written DESC',
  oldest: 'created_at, written',
  'recently-used': 'last_used_at DESC, created_at DESC, written DESC',
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
  const condition = filterCondition(page.filter, now);
  return ledger
    .all(`${teamKeys(condition)} ORDER BY ${ORDER[page.sort]} LIMIT ? OFFSET ?`, [
      ...condition.parameters,
      ...condition.parameters,
      page.limit,
      page.offset,
    ])
    .map((row) => teamKeyRowSchema.parse(row));
}

const countsSchema = z.object({ total: z.int(), live: z.int() });

/** How many match, and how many of those are not revoked and were made by `now` (epoch milliseconds). */
export function countTeamKeys(
  ledger: Ledger,
  filter: TeamKeyFilter,
  now: number,
): z.infer<typeof countsSchema> {
  const { sql, parameters } = filterCondition(filter, now);
  const counts = (keys: string): string =>
    `SELECT count(*) AS total, count(CASE WHEN ${LIVE} AND created_at <= ? THEN 1 END) AS live FROM (${keys}) WHERE ${sql}`;
  const row = ledger.get(
    `SELECT sum(total) AS total, sum(live) AS live FROM (${counts(API_KEYS)} UNION ALL ${counts(ACCESS_KEYS)})`,
    [now, ...parameters, now, ...parameters],
  );
  return countsSchema.parse(row);
}

export function findTeamKeyRow(ledger: Ledger, id: string): TeamKeyRow | null {
  const row = ledger.get(teamKeys({ sql: 'id = ?', parameters: [] }), [id, id]);
  return row === undefined ? null : teamKeyRowSchema.parse(row);
}

/** How many API keys of each member were not revoked, by member id. Access keys end with their member's place in the team. */
export function countLiveKeysByMember(ledger: Ledger): ReadonlyMap<string, number> {
  const rows = ledger.all(
    `SELECT creator_id, count(*) AS keys FROM api_keys WHERE ${LIVE} GROUP BY creator_id`,
  );
  return new Map(rows.map((row) => [String(row['creator_id']), Number(row['keys'])]));
}
