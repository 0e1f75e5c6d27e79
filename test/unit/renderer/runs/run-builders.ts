import {
  DEFAULT_RUN_OPTIONS,
  NO_TOTALS,
  type ExpectationResult,
  type Run,
  type RunRecord,
  type RunRow,
} from '../../../../shared/domain/run.ts';
import type { FakeRun } from '../../../support/fake-bridge-state.ts';
import { aHop, anExchange, aResponse, withheldFrom } from '../requests/exchange-builders.ts';

export const STARTED = Date.UTC(2026, 0, 15, 12);

export function aRow(changes: Partial<RunRow> = {}): RunRow {
  return {
    ...{ seq: 1, iteration: 1, requestId: 'r1', name: 'List orders', method: 'GET' },
    ...{ url: 'https://shop.example/orders', status: 200, errorCode: null, apiKeyName: 'CI key' },
    ...{ verdict: 'passed', startedAfterMs: 0, durationMs: 12, bodyBytes: 2, attempts: 1 },
    isKeyWithheld: false,
    ...changes,
  };
}

interface RecordChanges extends Partial<RunRow> {
  readonly expectations?: readonly ExpectationResult[];
}

export function aRecord({ expectations = [], ...changes }: RecordChanges = {}): RunRecord {
  const row = aRow(changes);
  const away = aHop({
    origin: 'https://elsewhere.example',
    signing: withheldFrom('https://elsewhere.example'),
  });
  return {
    row,
    expectations: [...expectations],
    exchange: anExchange({
      id: `exchange-${String(row.seq)}`,
      url: row.url,
      hops: row.isKeyWithheld ? [aHop(), away] : [aHop()],
      outcome: { kind: 'response', response: aResponse({ status: row.status ?? 200 }) },
    }),
    problem: null,
  };
}

export const failedStatus: ExpectationResult = {
  expectation: { kind: 'status', status: 200 },
  isMet: false,
  found: '503',
};

/** A run that ended, with a row a record. */
export function aRun(records: readonly RunRecord[], changes: Partial<Run> = {}): FakeRun {
  const count = (isCounted: (row: RunRow) => boolean) => records.filter(({ row }) => isCounted(row)).length;
  const run: Run = {
    ...{ id: 'run-00001', name: 'Shop', collectionId: 'postman-api', folderId: null, dataName: null },
    ...{ options: DEFAULT_RUN_OPTIONS, startedAt: STARTED, durationMs: 2_000, state: 'finished' },
    planned: records.length,
    totals: {
      ...NO_TOTALS,
      done: records.length,
      passed: count(({ verdict }) => verdict === 'passed'),
      failed: count(({ verdict }) => verdict === 'failed'),
      errors: count(({ verdict }) => verdict === 'error'),
      withheld: count(({ isKeyWithheld }) => isKeyWithheld),
    },
    ...changes,
  };
  return { run, records };
}
