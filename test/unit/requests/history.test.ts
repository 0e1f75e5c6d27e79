import { beforeEach, describe, expect, it } from 'vitest';
import type { Exchange, Hop } from '../../../shared/domain/exchange.ts';
import { historyRecordSchema } from '../../../shared/domain/history-entry.ts';
import {
  NO_HISTORY_FILTER,
  type HistoryFilter,
  type HistoryRetention,
} from '../../../shared/domain/history-filter.ts';
import { emptyRequestDraft } from '../../../shared/domain/http-request.ts';
import { LedgerUnavailableError, type Ledger } from '../../../electron/keys/ledger/ledger.ts';
import { createHistory, type History } from '../../../electron/requests/history.ts';
import { HISTORY_BODY_CHARACTERS } from '../../../electron/requests/history-redaction.ts';
import { createRedactor } from '../../../electron/requests/redactor.ts';
import { memoryLedger, type MemoryLedger } from '../../support/memory-ledger.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 15);
const TIMINGS = { dns: null, connect: 1, tls: null, firstByte: 2, download: 3, total: 6 };

function exchange(id: string, startedAt: number, change: Partial<Exchange> = {}): Exchange {
  return {
    id: id.padEnd(8, '-'),
    method: 'GET',
    url: `https://api.test/${id}`,
    startedAt,
    hops: [],
    outcome: {
      kind: 'response',
      response: {
        status: 200,
        statusText: 'OK',
        headers: [],
        contentType: 'text/plain',
        body: { kind: 'text', text: `body of ${id}`, isTruncated: false },
        wireBytes: 4,
        bodyBytes: 4,
        isRedacted: false,
        timings: TIMINGS,
      },
    },
    ...change,
  };
}

function signedHop(apiKeyId: string): Hop {
  return {
    method: 'GET',
    url: '',
    origin: '',
    signing: {
      kind: 'sent',
      apiKeyId,
      apiKeyName: 'Büro key',
      mask: '',
      headerName: 'X',
      origin: 'https://api.test',
    },
    requestHeaders: [],
    droppedHeaders: [],
    status: null,
    statusText: '',
    responseHeaders: [],
    location: null,
    httpVersion: null,
    remoteAddress: null,
    connection: null,
    timings: TIMINGS,
  };
}

type HistoryPage = Extract<ReturnType<History['list']>, { ok: true }>['value'];

let ledger: MemoryLedger;
let history: History;
let changes = 0;
let retention: HistoryRetention;

function add(one: Exchange): void {
  valueOf(history.add({ draft: emptyRequestDraft(), place: null }, one, createRedactor()));
}

function urls(query: Partial<Parameters<History['list']>[0]> = {}): readonly string[] {
  return valueOf(
    history.list({ limit: 100, before: null, search: '', filter: NO_HISTORY_FILTER, ...query }),
  ).entries.map((entry) => entry.url);
}

beforeEach(() => {
  ledger = memoryLedger();
  changes = 0;
  retention = { maxEntries: 6, maxDays: 0 };
  history = createHistory({
    ledger,
    publish: () => void (changes += 1),
    keptBodies: 3,
    retention: () => retention,
    now: () => NOW,
    originsOf: (id) => (id === 'svc' ? ['https://api.test', 'http://localhost:80'] : []),
  });
});

describe('the history', () => {
  it('lists the newest first, and gives back what was kept', () => {
    add(exchange('a', 1));
    add(exchange('b', 2));

    expect(urls()).toEqual(['https://api.test/b', 'https://api.test/a']);
    const record = valueOf(history.get('a-------'));
    expect(historyRecordSchema.parse(record)).toEqual(record);
    expect(record.exchange).toEqual(exchange('a', 1));
    expect(record.entry).toMatchObject({ at: 1, status: 200, errorCode: null, durationMs: 6, bodyBytes: 4 });
    expect(changes).toBe(2);
  });

  it('pages by time and skips none of two at the same instant', () => {
    for (const id of ['a', 'b', 'c', 'd']) add(exchange(id, 5));
    const seen: string[] = [];
    let before: number | null = null;
    for (let page = 0; page < 10; page += 1) {
      const { entries, hasMore }: HistoryPage = valueOf(
        history.list({ limit: 1, before, search: '', filter: NO_HISTORY_FILTER }),
      );
      seen.push(...entries.map((entry) => entry.id));
      before = entries.at(-1)?.at ?? null;
      if (!hasMore) break;
    }

    expect(seen.map((id) => id[0])).toEqual(['d', 'c', 'b', 'a']);
  });

  it('is searched by address, method, status and key name, and takes % and _ as they are', () => {
    add(exchange('with_underscore', 1));
    add(exchange('withXunderscore', 2, { method: 'DELETE' }));
    add(
      exchange('failed', 3, {
        outcome: { kind: 'failed', error: { code: 'timed-out', message: '', remedy: '' } },
      }),
    );
    add(exchange('signed', 4, { hops: [signedHop('k')] }));

    expect(urls({ search: 'h_u' })).toEqual(['https://api.test/with_underscore']);
    expect(urls({ search: '%' })).toEqual([]);
    expect(urls({ search: 'delete' })).toEqual(['https://api.test/withXunderscore']);
    expect(urls({ search: '200 api.test' })).toHaveLength(3);
    expect(urls({ search: 'büro' })).toEqual(['https://api.test/signed']);
    expect(urls({ search: "'; DROP TABLE history; --" })).toEqual([]);
  });

  it('keeps the bodies of the newest entries only, and a bounded number of entries', () => {
    for (let at = 1; at <= 9; at += 1) add(exchange(`e${String(at)}`, at));

    expect(urls()).toHaveLength(6);
    const texts = [9, 8, 7, 6, 5, 4].map((at) => {
      const { outcome } = valueOf(history.get(`e${String(at)}------`)).exchange;
      return outcome.kind === 'response' && outcome.response.body.kind === 'text'
        ? outcome.response.body.text
        : null;
    });
    expect(texts).toEqual(['body of e9', 'body of e8', 'body of e7', '', '', '']);
  });

  it('shortens a large body and says so', () => {
    const large = exchange('large', 1);
    if (large.outcome.kind === 'response')
      large.outcome.response.body = {
        kind: 'text',
        text: 'x'.repeat(HISTORY_BODY_CHARACTERS + 1),
        isTruncated: false,
      };
    add(large);

    const { outcome } = valueOf(history.get('large---')).exchange;
    expect(outcome).toMatchObject({
      response: { body: { isTruncated: true, text: 'x'.repeat(HISTORY_BODY_CHARACTERS) } },
    });
  });

  it('forgets one entry, or all', () => {
    add(exchange('a', 1));
    add(exchange('b', 2));

    expect(history.remove('a-------').ok).toBe(true);
    expect(errorOf(history.remove('a-------')).code).toBe('not-found');
    expect(errorOf(history.get('a-------')).code).toBe('not-found');
    expect(history.clear().ok).toBe(true);
    expect(urls()).toEqual([]);
  });

  it('answers with an error when the disk refuses or no ledger is open', () => {
    ledger.writesUntilFull = 0;
    expect(
      errorOf(history.add({ draft: emptyRequestDraft(), place: null }, exchange('a', 1), createRedactor()))
        .code,
    ).toBe('ledger-write-failed');
    expect(changes).toBe(0);

    const refuse = (): never => {
      throw new LedgerUnavailableError('closed');
    };
    const closed: Ledger = { ...ledger, all: refuse, get: refuse, run: refuse, transaction: refuse };
    const none = createHistory({ ledger: closed, publish: () => undefined });
    expect(errorOf(none.list({ limit: 1, before: null, search: '', filter: NO_HISTORY_FILTER })).code).toBe(
      'ledger-unavailable',
    );
    expect(errorOf(none.get('a')).code).toBe('ledger-unavailable');
    expect(errorOf(none.clear()).code).toBe('ledger-unavailable');
  });

  it('is filtered by method, status, key, service, time and pin', () => {
    const failed = { kind: 'failed', error: { code: 'timed-out', message: '', remedy: '' } } as const;
    add(exchange('a', 1, { method: 'POST' }));
    add(exchange('b', 2, { url: 'https://api.test.evil/b' }));
    add(exchange('c', 3, { url: 'http://localhost:80/c', outcome: failed }));
    add(exchange('d', 4, { hops: [signedHop('key-7')] }));
    const found = (filter: Partial<HistoryFilter>) => urls({ filter: { ...NO_HISTORY_FILTER, ...filter } });

    expect(found({ method: 'POST' })).toEqual(['https://api.test/a']);
    expect(found({ status: 'failed' })).toEqual(['http://localhost:80/c']);
    expect(found({ status: '2xx', method: 'GET' })).toEqual([
      'https://api.test/d',
      'https://api.test.evil/b',
    ]);
    expect(found({ status: '4xx' })).toEqual([]);
    expect(found({ apiKeyId: 'key-7' })).toEqual(['https://api.test/d']);
    expect(found({ serviceId: 'svc' })).toEqual([
      'https://api.test/d',
      'http://localhost:80/c',
      'https://api.test/a',
    ]);
    expect(found({ serviceId: 'gone' })).toEqual([]);
    expect(found({ since: 3 })).toEqual(['https://api.test/d', 'http://localhost:80/c']);
    expect(found({ since: 2, until: 4 })).toEqual(['http://localhost:80/c', 'https://api.test.evil/b']);
    valueOf(history.setPinned('b-------', true));
    expect(found({ isPinnedOnly: true })).toEqual(['https://api.test.evil/b']);
  });

  it('keeps what is pinned, with its body, when the rest grows too old, too many, or is cleared', () => {
    add(exchange('old', NOW - 40 * DAY));
    add(exchange('pinned', NOW - 50 * DAY));
    expect(valueOf(history.setPinned('pinned--', true))).toMatchObject({ isPinned: true });
    for (let at = 1; at <= 8; at += 1) add(exchange(`e${String(at)}`, NOW - 10 * DAY + at));

    expect(urls()).toHaveLength(7);
    expect(JSON.stringify(valueOf(history.get('pinned--')))).toContain('body of pinned');
    retention = { maxEntries: 6, maxDays: 9 };
    expect(valueOf(history.countBeyond(retention))).toEqual({ count: 6 });
    expect(valueOf(history.countBeyond({ maxEntries: 4, maxDays: 0 }))).toEqual({ count: 2 });
    valueOf(history.prune());
    expect(urls()).toEqual(['https://api.test/pinned']);
    valueOf(history.clear());
    expect(urls()).toEqual(['https://api.test/pinned']);
    expect(valueOf(history.get('pinned--')).entry.isPinned).toBe(true);
    valueOf(history.setPinned('pinned--', false));
    valueOf(history.clear());
    expect(urls()).toEqual([]);
    expect(errorOf(history.setPinned('pinned--', true)).code).toBe('not-found');
  });

  it('finds what was sent before with the same method to the same address', () => {
    const url = 'https://api.test/same';
    for (const [id, at] of [
      ['one', 1],
      ['two', 2],
      ['three', 3],
    ] as const)
      add(exchange(id, at, { url }));
    add(exchange('other', 2, { url, method: 'POST' }));

    const { entries } = valueOf(history.listEarlier({ id: 'three---', limit: 10 }));
    expect(entries.map(({ id }) => id)).toEqual(['two-----', 'one-----']);
    expect(errorOf(history.listEarlier({ id: 'nothing-', limit: 10 })).code).toBe('not-found');
  });
});
