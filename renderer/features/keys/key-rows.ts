import { apiKeyStatus, isInGrace, type ApiKey, type ApiKeyStatus } from '../../../shared/domain/api-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import type { TableSort } from '../../ui/table.tsx';

export type KeyColumn =
  'name' | 'key' | 'service' | 'created' | 'lastUsed' | 'expires' | 'status' | 'actions';
export type KeySort = TableSort<KeyColumn>;

export interface KeyRow {
  readonly apiKey: ApiKey;
  readonly serviceName: string;
  /** `null` while it is not known. */
  readonly service: Service | null;
  readonly status: ApiKeyStatus;
  /** Whether the old secret still works beside the present one. */
  readonly isInGrace: boolean;
}

/** Keys joined with their services. `now` in epoch milliseconds. */
export function keyRows(
  keys: readonly ApiKey[],
  services: readonly Service[],
  now: number,
): readonly KeyRow[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  return keys.map((apiKey) => ({
    apiKey,
    serviceName: byId.get(apiKey.serviceId)?.name ?? 'Unknown service',
    service: byId.get(apiKey.serviceId) ?? null,
    status: apiKeyStatus(apiKey, now),
    isInGrace: isInGrace(apiKey, now),
  }));
}

function foldCase(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase();
}

/** The rows in whose name, service or last four characters the search is found, whatever the case. */
export function searchRows(rows: readonly KeyRow[], search: string): readonly KeyRow[] {
  const words = foldCase(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter(({ apiKey, serviceName }) => {
    const text = foldCase(`${apiKey.name} ${serviceName} ${apiKey.mask}`);
    return words.every((word) => text.includes(word));
  });
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const statusOrder: Record<ApiKeyStatus, number> = { active: 0, expiring: 1, disabled: 2, expired: 3 };

type Comparison = (a: KeyRow, b: KeyRow) => number;

/** Never comes after every date. */
function compareExpiry(a: KeyRow, b: KeyRow): number {
  return (a.apiKey.expiresAt ?? Infinity) === (b.apiKey.expiresAt ?? Infinity)
    ? 0
    : (a.apiKey.expiresAt ?? Infinity) - (b.apiKey.expiresAt ?? Infinity);
}

const comparisons: Record<KeyColumn, Comparison> = {
  name: (a, b) => collator.compare(a.apiKey.name, b.apiKey.name),
  key: (a, b) => collator.compare(a.apiKey.mask, b.apiKey.mask),
  service: (a, b) => collator.compare(a.serviceName, b.serviceName),
  created: (a, b) => a.apiKey.createdAt - b.apiKey.createdAt,
  lastUsed: (a, b) => (a.apiKey.lastUsed?.at ?? 0) - (b.apiKey.lastUsed?.at ?? 0),
  expires: compareExpiry,
  status: (a, b) => statusOrder[a.status] - statusOrder[b.status],
  actions: () => 0,
};

/** The rows in the order of `sort`; equal ones by name, then by id, so that the order never wavers. */
export function sortRows(rows: readonly KeyRow[], { column, direction }: KeySort): readonly KeyRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = comparisons[column];
  return rows.toSorted(
    (a, b) => sign * compare(a, b) || comparisons.name(a, b) || (a.apiKey.id < b.apiKey.id ? -1 : 1),
  );
}
