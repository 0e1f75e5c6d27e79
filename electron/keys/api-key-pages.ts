import { apiKeyStatus, type ApiKey, type ApiKeyStatus } from '../../shared/domain/api-key.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { KeyFind, KeyListSort, KeyPage, KeyPageRequest } from '../../shared/domain/key-list.ts';
import type { KeyPolicies } from '../../shared/domain/key-policy.ts';
import type { Clock } from '../ports/clock.ts';
import { listApiKeyRecordsById } from './api-key-rows.ts';
import { findOwnKeyOutline, listOwnKeyOutlines, type KeyOutline } from './key-outline-rows.ts';
import type { Ledger } from './ledger/ledger.ts';
import { nameKey } from './name-key.ts';
import { nameOrder } from './name-order.ts';
import { readPolicies } from './policy-rows.ts';
import type { ServiceDirectory } from './service-directory.ts';

export interface ApiKeyPagesParts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly services: Pick<ServiceDirectory, 'names'>;
}

export interface ApiKeyPages {
  page(request: KeyPageRequest): KeyPage;
  /** The first that match, in the order in which one chooses. */
  find(wanted: KeyFind): readonly ApiKey[];
  /**
   * Runs a change of this one key, which touches no other key's outline: of ten thousand it alone is then read anew.
   * `work` is synchronous.
   */
  following<Value>(id: string, work: () => Value): Value;
}

/** For so long, in milliseconds, the order is kept while nothing is written: time alone turns a key’s status. */
const KEPT_MS = 30_000;
/** Names whose order is kept; more than that many are made anew. */
const MOST_NAMES = 100_000;

/**
 * The list of one's own keys, page by page. Of all of them only what they are sorted and searched by is read, and their order is kept
 * until something is written; the page alone is read in full. Opens no secret.
 */
export function createApiKeyPages({ ledger, clock, services }: ApiKeyPagesParts): ApiKeyPages {
  const orderOf = remembered(nameOrder);
  const plainOf = remembered(plainText);
  let written: { readonly mark: object; readonly outlines: readonly KeyOutline[] } | null = null;
  let asked: {
    readonly of: object;
    readonly question: string;
    readonly at: number;
    readonly ids: readonly string[];
    readonly rankOf: (key: KeyOutline) => Rank;
  } | null = null;

  const readOutlines = () => {
    const mark = ledger.mark();
    if (written?.mark !== mark) written = { mark, outlines: listOwnKeyOutlines(ledger) };
    return written;
  };
  const read = ({ search, sort }: Pick<KeyPageRequest, 'search' | 'sort'>) => {
    const question = JSON.stringify([search, sort]);
    const now = clock.now();
    const of = readOutlines();
    const isAsked = asked?.of === of && asked.question === question && Math.abs(now - asked.at) <= KEPT_MS;
    if (asked === null || !isAsked) {
      const names = services.names();
      const rankOf = rankBy(sort.column, { orderOf, names, policies: readPolicies(ledger), now });
      const ranking = { rankOf, orderOf, direction: sort.direction };
      const ids = sorted(matching(of.outlines, search, names), ranking).map(({ id }) => id);
      asked = { of, question, at: now, ids, rankOf };
    }
    return { ids: asked.ids, all: of.outlines.length };
  };

  return {
    page({ search, sort, offset, limit, placeOf }: KeyPageRequest): KeyPage {
      const { ids, all } = read({ search, sort });
      const place = placeOf === null ? -1 : ids.indexOf(placeOf);
      const records = listApiKeyRecordsById(ledger, ids.slice(offset, offset + limit), clock.now());
      const keys = records.map(({ apiKey }) => apiKey);
      return { all, total: ids.length, keys, place: place < 0 ? null : place };
    },
    find(wanted) {
      const ids = chosenFrom(readOutlines().outlines, wanted, plainOf).map(({ id }) => id);
      return listApiKeyRecordsById(ledger, ids, clock.now()).map(({ apiKey }) => apiKey);
    },
    following<Value>(id: string, work: () => Value): Value {
      const before = written?.mark === ledger.mark() ? written : null;
      const value = work();
      const outline = before === null ? null : findOwnKeyOutline(ledger, id);
      const index = before?.outlines.findIndex((other) => other.id === id) ?? -1;
      const replaced = before?.outlines[index];
      if (before === null || outline === null || replaced === undefined) return value;
      written = { mark: ledger.mark(), outlines: before.outlines.with(index, outline) };
      if (asked?.of === before && isInPlace(replaced, outline, asked)) asked = { ...asked, of: written };
      return value;
    },
  };
}

/** Whether a key that changed is found by the same searches, and stays where it is in an order. */
function isInPlace(before: KeyOutline, after: KeyOutline, { rankOf }: Pick<Ranking, 'rankOf'>): boolean {
  return (
    before.name === after.name &&
    before.mask === after.mask &&
    before.serviceId === after.serviceId &&
    rankOf(before) === rankOf(after)
  );
}

function remembered(textOf: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= MOST_NAMES) known.clear();
    const order = textOf(name);
    known.set(name, order);
    return order;
  };
}

/** Case and accents aside. */
function plainText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function chosenFrom(
  keys: readonly KeyOutline[],
  { search, besides, limit }: KeyFind,
  plainOf: (name: string) => string,
): readonly KeyOutline[] {
  const words = plainText(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const done = plainText(besides);
  const isMeant = ({ name, mask }: KeyOutline): boolean => {
    const text = `${plainOf(name)}\n${mask.toLowerCase()}\n${done}`;
    return words.every((word) => text.includes(word));
  };
  const meant = words.length === 0 ? [...keys] : keys.filter(isMeant);
  return meant.sort(byChoice).slice(0, limit);
}

function byChoice(a: KeyOutline, b: KeyOutline): number {
  return (
    Number(b.isDefault) - Number(a.isDefault) ||
    (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0) ||
    b.createdAt - a.createdAt ||
    compare(a.id, b.id)
  );
}

type Names = ReadonlyMap<string, string>;

function matching(keys: readonly KeyOutline[], search: string, names: Names): readonly KeyOutline[] {
  const words = nameKey(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return keys;
  const services = new Map([...names].map(([id, name]) => [id, nameKey(name)]));
  return keys.filter(({ nameKey: name, mask, serviceId }) => {
    const text = `${name}\n${services.get(serviceId) ?? ''}\n${mask.toLowerCase()}`;
    return words.every((word) => text.includes(word));
  });
}

interface RankContext {
  readonly orderOf: (name: string) => string;
  readonly names: Names;
  readonly policies: KeyPolicies;
  readonly now: number;
}

interface Ranking extends Pick<KeyListSort, 'direction'>, Pick<RankContext, 'orderOf'> {
  readonly rankOf: (key: KeyOutline) => Rank;
}

const statusOrder: Record<ApiKeyStatus, number> = { active: 0, expiring: 1, disabled: 2, expired: 3 };

/** Equal ones by name, then by id, so that the order never wavers. */
function sorted(keys: readonly KeyOutline[], { rankOf, orderOf, direction }: Ranking): readonly KeyOutline[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return keys
    .map((key) => ({ key, rank: rankOf(key), name: orderOf(key.name) }))
    .sort((a, b) => sign * compare(a.rank, b.rank) || compare(a.name, b.name) || compare(a.key.id, b.key.id))
    .map(({ key }) => key);
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

type Rank = string | number;

function rankBy(column: KeyListSort['column'], context: RankContext): (key: KeyOutline) => Rank {
  const { orderOf, names, policies, now } = context;
  switch (column) {
    case 'name':
      return ({ name }) => orderOf(name);
    case 'service':
      return ({ serviceId }) => orderOf(names.get(serviceId) ?? '');
    case 'created':
      return ({ createdAt }) => createdAt;
    case 'lastUsed':
      return ({ lastUsedAt }) => lastUsedAt ?? 0;
    // Never comes after every date.
    case 'expires':
      return (key) => key.endOf(policies).expiresAt ?? Infinity;
    case 'status':
      return (key) => statusOrder[apiKeyStatus({ ...key, ...key.endOf(policies) }, now)];
    default:
      return assertNever(column);
  }
}
