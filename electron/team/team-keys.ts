import { ACCESS_KEY_LIFETIME_MS } from '../../shared/domain/access-key.ts';
import { apiKeyStatus } from '../../shared/domain/api-key.ts';
import { DAY_MS } from '../../shared/domain/expiry.ts';
import type { KeyPolicies } from '../../shared/domain/key-policy.ts';
import type { TeamKey, TeamKeyFilter, TeamKeySort, TeamKeyStatus } from '../../shared/domain/team.ts';
import { endOf } from '../keys/api-key-rows.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { findMember, firstMember } from '../keys/member-rows.ts';
import { readPolicies } from '../keys/policy-rows.ts';
import type { ServiceDirectory } from '../keys/service-directory.ts';
import { listRemovedServiceNames } from '../keys/service-rows.ts';
import {
  countTeamKeys,
  findTeamKeyRow,
  listTeamKeyRows,
  type TeamKeyPage,
  type TeamKeyRow,
} from './team-key-rows.ts';

export interface TeamKeysReading {
  readonly ledger: Ledger;
  readonly services: Pick<ServiceDirectory, 'names'>;
}

export interface TeamKeysPage {
  /** How many match in all. */
  readonly total: number;
  /** How many of those are not revoked, as of `asOf` (epoch milliseconds). */
  readonly live: number;
  readonly asOf: number;
  readonly keys: readonly TeamKey[];
}

/** One page of the team's keys. Opens no secret. `now` in epoch milliseconds. */
export function readTeamKeys(reading: TeamKeysReading, page: TeamKeyPage, now: number): TeamKeysPage {
  const counts = countTeamKeys(reading.ledger, page.filter, now);
  const toKey = createTeamKeyReader(reading, now);
  return { ...counts, asOf: now, keys: listTeamKeyRows(reading.ledger, page, now).map(toKey) };
}

/** Every key that matches, for an export. */
export function readAllTeamKeys(
  reading: TeamKeysReading,
  { filter, sort }: { readonly filter: TeamKeyFilter; readonly sort: TeamKeySort },
  now: number,
): readonly TeamKey[] {
  const rows = listTeamKeyRows(reading.ledger, { filter, sort, offset: 0, limit: -1 }, now);
  return rows.map(createTeamKeyReader(reading, now));
}

/** `null` when there is no such key. */
export function readTeamKey(reading: TeamKeysReading, id: string, now: number): TeamKey | null {
  const row = findTeamKeyRow(reading.ledger, id);
  return row === null ? null : createTeamKeyReader(reading, now)(row);
}

/** Joins rows with the names of members and services, each looked up once. */
function createTeamKeyReader(
  { ledger, services }: TeamKeysReading,
  now: number,
): (row: TeamKeyRow) => TeamKey {
  const owner = firstMember(ledger);
  const memberNames = new Map<string, string>();
  const serviceNames = new Map([...listRemovedServiceNames(ledger), ...services.names()]);
  const memberName = (id: string): string => {
    const name = memberNames.get(id) ?? findMember(ledger, id)?.name ?? 'Unknown member';
    memberNames.set(id, name);
    return name;
  };
  const policies = readPolicies(ledger);
  return (row) => ({
    ...endsOf(row, { policies, isOwn: row.creator_id === owner?.id }),
    id: row.id,
    kind: row.kind,
    name: row.name,
    mask: row.mask,
    serviceId: row.service_id,
    serviceName: serviceNames.get(row.service_id) ?? 'Unknown service',
    creatorId: row.creator_id,
    creatorName: memberName(row.creator_id),
    isYours: row.creator_id === owner?.id,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    status: statusOf(row, now),
    revocation:
      row.revoked_at === null ? null : { at: row.revoked_at, reason: row.revoked_reason ?? 'by-creator' },
  });
}

/** A collection access key ends by being unused, or before that with its collection or its member's place in the team. */
function endsOf(
  row: TeamKeyRow,
  rules: { readonly policies: KeyPolicies; readonly isOwn: boolean },
): Pick<TeamKey, 'expiresAt' | 'expiresBy'> {
  if (row.kind === 'api-key') return endOf(row, rules);
  const { ends_at: expiresAt, expired_seen_at: seenAt } = row;
  if (expiresAt !== null && seenAt !== null && seenAt < expiresAt)
    return { expiresAt: seenAt, expiresBy: null };
  const days = ACCESS_KEY_LIFETIME_MS / DAY_MS;
  return { expiresAt, expiresBy: { kind: 'unused', days, isTeams: false } };
}

function statusOf(row: TeamKeyRow, now: number): TeamKeyStatus {
  if (row.revoked_at !== null) return 'revoked';
  return apiKeyStatus(
    { expiresAt: row.ends_at, hasExpired: row.expired_seen_at !== null, isDisabled: row.is_disabled !== 0 },
    now,
  );
}
