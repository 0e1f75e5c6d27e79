import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import type { HistoryEntry, HistoryPlace, HistoryRecord } from '../../shared/domain/history-entry.ts';
import { DEFAULT_HISTORY_RETENTION, type HistoryRetention } from '../../shared/domain/history-filter.ts';
import type { RequestDraft } from '../../shared/domain/http-request.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import { LedgerUnavailableError, type Ledger } from '../keys/ledger/ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { HistoryQuery } from './history-query.ts';
import { draftForHistory, exchangeForHistory } from './history-redaction.ts';
import {
  clearEntries,
  deleteEntry,
  countBeyond,
  dropOldBody,
  findEntry,
  findRecord,
  freeInstant,
  insertRecord,
  listEarlier,
  listEntries,
  pruneEntries,
  setPinned,
} from './history-rows.ts';
import type { Redactor } from './redactor.ts';

type Nothing = Readonly<Record<string, never>>;

/** The requests that were sent, newest first, redacted. Every call answers `ledger-unavailable` while no ledger is open. */
export interface History {
  /** Keeps a request and what came of it. `redactor` is the one of the exchange, with its secrets still known. */
  add(sent: SentRequest, exchange: Exchange, redactor: Redactor): Result<HistoryEntry>;
  list(query: HistoryQuery): Result<{ entries: HistoryEntry[]; hasMore: boolean }>;
  /** `not-found`. */
  get(id: string): Result<HistoryRecord>;
  /** What was sent before with the same method to the same address. `not-found`. */
  listEarlier(input: { readonly id: string; readonly limit: number }): Result<{ entries: HistoryEntry[] }>;
  /** `not-found`. */
  setPinned(id: string, isPinned: boolean): Result<HistoryEntry>;
  /** `not-found`. */
  remove(id: string): Result<Nothing>;
  /** Removes all that is not pinned. */
  clear(): Result<Nothing>;
  countBeyond(retention: HistoryRetention): Result<{ count: number }>;
  /** Removes what is beyond the retention. */
  prune(): Result<Nothing>;
}

export interface SentRequest {
  readonly draft: RequestDraft;
  readonly place: HistoryPlace | null;
}

export interface HistoryOptions {
  readonly ledger: Ledger;
  readonly publish: Publish;
  /** Writes in the transaction of a new entry; what it returns is done once that is on disk. */
  readonly alongside?: (exchange: Exchange) => () => void;
  /** How many of the newest entries keep their response's body. */
  readonly keptBodies?: number;
  readonly retention?: () => HistoryRetention;
  readonly now?: () => number;
  /** The origins of a service. */
  readonly originsOf?: (serviceId: string) => readonly string[];
}

const KEPT_BODIES = 1_000;
/** The part of the kept entries by which there may be more of them for a while. */
const PRUNED_AFTER = 0.01;

export function createHistory(options: HistoryOptions): History {
  const { ledger, publish } = options;
  const change: Change = (work) => {
    const result = changeLedger(ledger, work);
    if (result.ok) publish('history.changed', {});
    return result;
  };
  return { ...adding(options, change), ...looking(options), ...changing(options, change) };
}

type Change = <Value>(work: () => Result<Value>) => Result<Value>;

function adding(options: HistoryOptions, change: Change): Pick<History, 'add' | 'prune'> {
  const { ledger, alongside = () => () => undefined, keptBodies = KEPT_BODIES } = options;
  let addedSincePrune = 0;
  const prune = (): void => {
    addedSincePrune = 0;
    pruneEntries(ledger, retentionOf(options), nowOf(options));
  };
  return {
    add({ draft, place }, exchange, redactor) {
      let onKept = (): void => undefined;
      const added = change(() => {
        const entry = entryOf(exchange, freeInstant(ledger, exchange.startedAt));
        const kept = {
          draft: draftForHistory(draft, redactor),
          exchange: exchangeForHistory(exchange),
          place,
        };
        insertRecord(ledger, { entry, ...kept }, signerOf(exchange)?.apiKeyId ?? null);
        dropOldBody(ledger, keptBodies);
        // It costs a walk over what is kept, so a run of a thousand requests does not do it a thousand times.
        addedSincePrune += 1;
        if (addedSincePrune >= retentionOf(options).maxEntries * PRUNED_AFTER) prune();
        onKept = alongside(exchange);
        return ok(entry);
      });
      if (added.ok) onKept();
      return added;
    },
    prune: () =>
      change(() => {
        prune();
        return ok({});
      }),
  };
}

function looking(options: HistoryOptions): Pick<History, 'list' | 'get' | 'listEarlier' | 'countBeyond'> {
  const { ledger, originsOf = () => [] } = options;
  return {
    list: (query) =>
      readLedger(() => {
        const { limit, filter } = query;
        const serviceId = filter?.serviceId ?? null;
        const origins = serviceId === null ? [] : originsOf(serviceId);
        const found = listEntries(ledger, { ...query, limit: limit + 1 }, origins);
        return ok({ entries: found.slice(0, limit), hasMore: found.length > limit });
      }),
    get: (id) =>
      readLedger(() => {
        const record = findRecord(ledger, id);
        return record === null ? failed('not-found') : ok(record);
      }),
    listEarlier: ({ id, limit }) =>
      readLedger(() => {
        const entry = findEntry(ledger, id);
        return entry === null ? failed('not-found') : ok({ entries: [...listEarlier(ledger, entry, limit)] });
      }),
    countBeyond: (wanted) => readLedger(() => ok({ count: countBeyond(ledger, wanted, nowOf(options)) })),
  };
}

function changing(
  { ledger }: HistoryOptions,
  change: Change,
): Pick<History, 'setPinned' | 'remove' | 'clear'> {
  return {
    setPinned: (id, isPinned) =>
      change(() => {
        const entry = setPinned(ledger, id, isPinned) ? findEntry(ledger, id) : null;
        return entry === null ? failed('not-found') : ok(entry);
      }),
    remove: (id) => change(() => (deleteEntry(ledger, id) ? ok({}) : failed('not-found'))),
    clear: () =>
      change(() => {
        clearEntries(ledger);
        return ok({});
      }),
  };
}

function retentionOf({ retention }: HistoryOptions): HistoryRetention {
  return retention === undefined ? DEFAULT_HISTORY_RETENTION : retention();
}

function nowOf({ now = () => Date.now() }: HistoryOptions): number {
  return now();
}

function readLedger<Value>(work: () => Result<Value>): Result<Value> {
  try {
    return work();
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    throw error;
  }
}

function entryOf(exchange: Exchange, at: number): HistoryEntry {
  const { outcome, hops } = exchange;
  const spent = hops.reduce((total, hop) => total + hop.timings.total, 0);
  return {
    id: exchange.id,
    at,
    method: exchange.method,
    url: exchange.url,
    status: outcome.kind === 'response' ? outcome.response.status : null,
    errorCode: outcome.kind === 'failed' ? outcome.error.code : null,
    apiKeyName: signerOf(exchange)?.apiKeyName ?? null,
    durationMs: outcome.kind === 'response' ? outcome.response.timings.total : spent,
    bodyBytes: outcome.kind === 'response' ? outcome.response.bodyBytes : 0,
    isPinned: false,
  };
}

/** The key that the request was meant to be signed with, sent or withheld. */
function signerOf(exchange: Exchange): { readonly apiKeyId: string; readonly apiKeyName: string } | null {
  const signing = exchange.hops[0]?.signing;
  return signing === undefined || signing.kind === 'unsigned' ? null : signing;
}
