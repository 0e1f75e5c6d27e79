import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../../electron/keys/ledger/open-ledger.ts';
import { createHistory } from '../../electron/requests/history.ts';
import { insertRecord } from '../../electron/requests/history-rows.ts';
import { createRedactor } from '../../electron/requests/redactor.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import { NO_HISTORY_FILTER } from '../../shared/domain/history-filter.ts';
import { emptyRequestDraft } from '../../shared/domain/http-request.ts';
import { manualClock, recordingLogger } from '../support/in-memory-ports.ts';
import { answeredCall } from '../support/usage-exchange.ts';
import type { Bench, Row } from './bench.ts';

const ENTRIES = 100_000;
const START = Date.UTC(2026, 0, 1);
const ROUNDS = 9;
const LIMIT_MS = 100;
const METHODS = ['GET', 'POST', 'DELETE'] as const;

function exchangeAt(index: number): Exchange {
  const exchange = answeredCall({ id: `exchange-${String(index)}` });
  return {
    ...exchange,
    method: METHODS[index % 3] ?? 'GET',
    url: `https://api.example.com/v1/collections/${String(index)}/items?page=${String(index % 50)}`,
    startedAt: START + index * 1_000,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function timed(work: () => void): number {
  return median(
    Array.from({ length: ROUNDS }, () => {
      const before = performance.now();
      work();
      return performance.now() - before;
    }),
  );
}

/** Searching, paging and adding with 100,000 entries in the history, on disk. */
export const bench: Bench = {
  name: 'history',
  run() {
    const folder = mkdtempSync(join(tmpdir(), 'keyfob-bench-'));
    const clock = manualClock(START + ENTRIES * 1_000);
    const opened = openLedger({ path: join(folder, 'keyfob.db'), clock, logger: recordingLogger() });
    if (opened.kind === 'closed') throw new Error('The ledger is closed');
    const { ledger } = opened;
    const retention = { maxEntries: ENTRIES, maxDays: 0 };
    const history = createHistory({ ledger, publish: () => undefined, retention: () => retention });
    ledger.transaction(() => {
      for (let index = 0; index < ENTRIES; index += 1) {
        const exchange = exchangeAt(index);
        const { id, startedAt: at, method, url } = exchange;
        const entry = { id, at, method, url, status: index % 20 === 0 ? 404 : 200, errorCode: null };
        const rest = { apiKeyName: 'CI key', durationMs: 12, bodyBytes: 900, isPinned: index % 1_000 === 0 };
        const record = { entry: { ...entry, ...rest }, draft: emptyRequestDraft(), exchange, place: null };
        insertRecord(ledger, record, 'key-1');
      }
    });
    const list = (
      search: string,
      change: Partial<typeof NO_HISTORY_FILTER> = {},
      before: number | null = null,
    ) =>
      timed(() => {
        history.list({ limit: 100, before, search, filter: { ...NO_HISTORY_FILTER, ...change } });
      });
    let added = ENTRIES;
    const redactor = createRedactor();
    const draft = { draft: emptyRequestDraft(), place: null };
    const row = (label: string, value: number): Row => ({
      label,
      value,
      unit: 'ms',
      base: { label: 'limit', value: LIMIT_MS },
    });
    const rows = [
      row('first page', list('')),
      row('page in the middle', list('', {}, START + 50_000_000)),
      row('search: the oldest entry', list('collections/17/items')),
      row('search: two words', list('delete collections/99')),
      row('search: nothing fits', list('nothing-like-this')),
      row('filter: status and method', list('', { status: '4xx', method: 'DELETE' })),
      row('search and filter', list('page=7', { status: '4xx', since: START + 1 })),
      row(
        'add one',
        timed(() => {
          history.add(draft, exchangeAt((added += 1)), redactor);
        }),
      ),
      row(
        'prune',
        timed(() => {
          history.prune();
        }),
      ),
    ];
    ledger.close();
    rmSync(folder, { recursive: true });
    return Promise.resolve(rows);
  },
};
