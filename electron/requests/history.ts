import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import type { HistoryEntry, HistoryRecord } from '../../shared/domain/history-entry.ts';
import type { RequestDraft } from '../../shared/domain/http-request.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import { LedgerUnavailableError, type Ledger } from '../keys/ledger/ledger.ts';
import type { Publish } from '../keys/publish.ts';
import { draftForHistory, exchangeForHistory } from './history-redaction.ts';
import {
  clearEntries,
  deleteEntry,
  dropOldBody,
  findRecord,
  freeInstant,
  insertRecord,
  listEntries,
  pruneEntries,
  type HistoryQuery,
} from './history-rows.ts';
import type { Redactor } from './redactor.ts';

type Nothing = Readonly<Record<string, never>>;

/** The requests that were sent, newest first, redacted. Every call answers `ledger-unavailable` while no ledger is open. */
export interface History {
  /** Keeps a request and what came of it. `redactor` is the one of the exchange, with its secrets still known. */
  add(draft: RequestDraft, exchange: Exchange, redactor: Redactor): Result<HistoryEntry>;
  list(query: HistoryQuery): Result<{ entries: HistoryEntry[]; hasMore: boolean }>;
  /** `not-found`. */
  get(id: string): Result<HistoryRecord>;
  /** `not-found`. */
  remove(id: string): Result<Nothing>;
  clear(): Result<Nothing>;
}

export interface HistoryOptions {
  readonly ledger: Ledger;
  readonly publish: Publish;
  /** Writes in the transaction of a new entry; what it returns is done once that is on disk. */
  readonly alongside?: (exchange: Exchange) => () => void;
  /** How many of the newest entries keep their response's body, and how many entries are kept at all. */
  readonly limits?: { readonly bodies: number; readonly entries: number };
}

const DEFAULT_LIMITS = { bodies: 1_000, entries: 5_000 };

export function createHistory(options: HistoryOptions): History {
  const { ledger, publish, limits = DEFAULT_LIMITS, alongside = () => () => undefined } = options;
  const change = <Value>(work: () => Result<Value>): Result<Value> => {
    const result = changeLedger(ledger, work);
    if (result.ok) publish('history.changed', {});
    return result;
  };

  return {
    add(draft, exchange, redactor) {
      let onKept = (): void => undefined;
      const added = change(() => {
        const entry = entryOf(exchange, freeInstant(ledger, exchange.startedAt));
        const kept = { draft: draftForHistory(draft, redactor), exchange: exchangeForHistory(exchange) };
        insertRecord(ledger, { entry, ...kept }, signerOf(exchange)?.apiKeyId ?? null);
        dropOldBody(ledger, limits.bodies);
        pruneEntries(ledger, limits.entries);
        onKept = alongside(exchange);
        return ok(entry);
      });
      if (added.ok) onKept();
      return added;
    },
    list: ({ limit, before, search }) =>
      readLedger(() => {
        const found = listEntries(ledger, { limit: limit + 1, before, search });
        return ok({ entries: found.slice(0, limit), hasMore: found.length > limit });
      }),
    get: (id) =>
      readLedger(() => {
        const record = findRecord(ledger, id);
        return record === null ? failed('not-found') : ok(record);
      }),
    remove: (id) => change(() => (deleteEntry(ledger, id) ? ok({}) : failed('not-found'))),
    clear: () =>
      change(() => {
        clearEntries(ledger);
        return ok({});
      }),
  };
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
  };
}

/** The key that the request was meant to be signed with, sent or withheld. */
function signerOf(exchange: Exchange): { readonly apiKeyId: string; readonly apiKeyName: string } | null {
  const signing = exchange.hops[0]?.signing;
  return signing === undefined || signing.kind === 'unsigned' ? null : signing;
}
