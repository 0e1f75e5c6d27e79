import { assertNever } from '../../shared/domain/assert-never.ts';
import {
  NO_HISTORY_FILTER,
  type HistoryFilter,
  type HistoryStatus,
} from '../../shared/domain/history-filter.ts';
import type { Parameters } from '../keys/ledger/ledger.ts';

export interface HistoryQuery {
  readonly limit: number;
  /** Entries older than this, in epoch milliseconds; `null` for the newest. */
  readonly before: number | null;
  readonly search: string;
  readonly filter?: HistoryFilter;
}

interface Condition {
  readonly sql: string;
  readonly parameters: Parameters;
}

/**
 * The conditions of a query, all of which hold. `origins`: those of the filter's service. Words are looked for in one text of each entry
 * (`instr`), which takes any of 100,000 entries in some tens of milliseconds without an index that every write would have to keep up.
 */
export function historyConditions(query: HistoryQuery, origins: readonly string[]): Condition {
  const { filter = NO_HISTORY_FILTER, before } = query;
  const conditions: Condition[] = [{ sql: 'at < ?', parameters: [before ?? Number.MAX_SAFE_INTEGER] }];
  if (filter.since !== null) conditions.push({ sql: 'at >= ?', parameters: [filter.since] });
  if (filter.until !== null) conditions.push({ sql: 'at < ?', parameters: [filter.until] });
  if (filter.isPinnedOnly) conditions.push({ sql: 'is_pinned = 1', parameters: [] });
  if (filter.method !== null) conditions.push({ sql: 'method = ?', parameters: [filter.method] });
  if (filter.status !== null) conditions.push(statusCondition(filter.status));
  if (filter.apiKeyId !== null) conditions.push({ sql: 'api_key_id = ?', parameters: [filter.apiKeyId] });
  if (filter.serviceId !== null) conditions.push(originCondition(origins));
  for (const word of query.search.toLowerCase().split(/\s+/)) {
    if (word !== '') conditions.push({ sql: 'instr(search_text, ?) > 0', parameters: [word] });
  }
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** What of an entry is searched. */
export function searchTextOf(entry: {
  readonly method: string;
  readonly url: string;
  readonly status: number | null;
  readonly apiKeyName: string | null;
}): string {
  const { method, url, status, apiKeyName } = entry;
  return `${method} ${url} ${status === null ? '' : String(status)} ${apiKeyName ?? ''}`.toLowerCase();
}

function statusCondition(status: HistoryStatus): Condition {
  switch (status) {
    case '2xx':
    case '3xx':
    case '4xx':
    case '5xx': {
      const first = Number(status.charAt(0)) * 100;
      return { sql: 'status BETWEEN ? AND ?', parameters: [first, first + 99] };
    }
    case 'failed':
      return { sql: 'status IS NULL', parameters: [] };
    default:
      return assertNever(status);
  }
}

/** Addresses begin with their origin, and a path follows; a look-alike host does not begin so. */
function originCondition(origins: readonly string[]): Condition {
  if (origins.length === 0) return { sql: '0', parameters: [] };
  return {
    sql: `(${origins.map(() => 'substr(url, 1, ?) = ?').join(' OR ')})`,
    parameters: origins.flatMap((origin) => [origin.length + 1, `${origin}/`]),
  };
}
