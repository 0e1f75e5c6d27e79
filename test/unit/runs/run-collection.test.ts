import { createRunAnswers } from '../../../electron/runs/run-answers.ts';
import { describe, expect, it } from 'vitest';
import { appError } from '../../../shared/domain/app-error.ts';
import type { Exchange, ShownHeader } from '../../../shared/domain/exchange.ts';
import { emptyRequestDraft, type HttpMethod } from '../../../shared/domain/http-request.ts';
import { DEFAULT_RUN_OPTIONS, type RunOptions, type RunRecord } from '../../../shared/domain/run.ts';
import type { ItemSender, SentItem } from '../../../electron/runs/item-sender.ts';
import { createRedactor } from '../../../electron/requests/redactor.ts';
import { runCollection } from '../../../electron/runs/run-collection.ts';
import type { DataRow, RunPlan } from '../../../electron/runs/run-plan.ts';
import { manualClock, seededRandom } from '../../support/in-memory-ports.ts';

interface Sent {
  readonly name: string;
  readonly values: DataRow;
  readonly at: number;
  answer(status?: number, headers?: Record<string, string>): Promise<void>;
  fail(): Promise<void>;
}

/** Lets everything that waits for a promise that is settled go on. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};

function bench(names: readonly string[], changes: Partial<RunOptions> = {}, more: Partial<RunPlan> = {}) {
  const method: HttpMethod = names.includes('post') ? 'POST' : 'GET';
  const plan: RunPlan = {
    items: names.map((name) => ({
      ...{
        requestId: name,
        name,
        expectations: [],
        problem: null,
        collectionId: 'c',
        scope: new Map(),
        collectionServiceId: null,
      },
      draft: { ...emptyRequestDraft(), name, method, url: 'http://a.test/' },
    })),
    options: { ...DEFAULT_RUN_OPTIONS, ...changes },
    dataRows: [],
    ...more,
  };
  const clock = manualClock(0);
  const controller = new AbortController();
  const sent: Sent[] = [];
  const records: RunRecord[] = [];
  const send: ItemSender = (item, values, signal) =>
    new Promise((resolve) => {
      const give = async (outcome: Exchange['outcome']): Promise<void> => {
        resolve(sentItem(outcome, item.draft.method));
        await settle();
      };
      signal.addEventListener('abort', () => void give({ kind: 'failed', error: appError('cancelled') }));
      sent.push({
        ...{ name: item.name, values, at: clock.now() },
        answer: (status = 200, headers = {}) => give(answered(status, headers)),
        fail: () => give({ kind: 'failed', error: appError('connection-refused') }),
      });
    });
  const answers = createRunAnswers(createRedactor(), { clock, random: seededRandom() });
  const control = { send, clock, now: () => clock.now(), answers, signal: controller.signal };
  const end = runCollection(plan, { ...control, onRecord: (record) => void records.push(record) });
  return { plan, clock, controller, sent, records, end, names: () => sent.map(({ name }) => name) };
}

function answered(status: number, headers: Record<string, string>): Exchange['outcome'] {
  const shown: ShownHeader[] = Object.entries(headers).map(([name, value]) => ({
    name,
    value,
    isSecret: false,
  }));
  const timings = { dns: null, connect: null, tls: null, firstByte: 1, download: 1, total: 5 };
  return {
    kind: 'response',
    response: {
      ...{ status, statusText: '', headers: shown, contentType: '', body: { kind: 'empty' }, timings },
      ...{ wireBytes: 0, bodyBytes: 0, isRedacted: false },
    },
  };
}

function sentItem(outcome: Exchange['outcome'], method: HttpMethod): SentItem {
  const exchange = { id: 'exchange', method, url: 'http://a.test/', startedAt: 0, hops: [], outcome };
  return { sent: { kind: 'exchange', exchange }, expectations: [], durationMs: 5 };
}

describe('a run', () => {
  it('sends one after the other, in order, iteration after iteration', async () => {
    const run = bench(['a', 'b'], { iterations: 2 });
    for (let index = 0; index < 4; index += 1) {
      await settle();
      expect(run.sent).toHaveLength(index + 1);
      await run.sent[index]?.answer();
    }
    expect(await run.end).toBe('finished');
    expect(run.names()).toEqual(['a', 'b', 'a', 'b']);
    expect(run.records.map(({ row }) => [row.seq, row.iteration, row.name])).toEqual([
      [1, 1, 'a'],
      [2, 1, 'b'],
      [3, 2, 'a'],
      [4, 2, 'b'],
    ]);
  });

  it('goes through the data file once, each iteration with the values of its row', async () => {
    const dataRows = [new Map([['id', '1']]), new Map([['id', '2']])];
    const run = bench(['a'], { iterations: 9 }, { dataRows });
    await settle();
    await run.sent[0]?.answer();
    await run.sent[1]?.answer();
    expect(await run.end).toBe('finished');
    expect(run.sent.map(({ values }) => values.get('id'))).toEqual(['1', '2']);
  });

  it('has as many in flight as it may, and takes up the next when a place is free', async () => {
    const run = bench(['a', 'b', 'c', 'd', 'e'], { concurrency: 3 });
    await settle();
    expect(run.names()).toEqual(['a', 'b', 'c']);
    await run.sent[1]?.answer();
    expect(run.names()).toEqual(['a', 'b', 'c', 'd']);
    expect(run.records.map(({ row }) => row.name)).toEqual(['b']);
    for (const index of [0, 2, 3, 4]) await run.sent[index]?.answer();
    expect(await run.end).toBe('finished');
  });

  it('waits between two requests of a place', async () => {
    const run = bench(['a', 'b'], { delayMs: 100 });
    await settle();
    await run.sent[0]?.answer();
    run.clock.advance(99);
    await settle();
    expect(run.names()).toEqual(['a']);
    run.clock.advance(1);
    await settle();
    await run.sent[1]?.answer();
    expect(await run.end).toBe('finished');
  });

  it('goes on after an error unless it is to stop there; what is in flight is let end', async () => {
    const going = bench(['a', 'b']);
    await settle();
    await going.sent[0]?.fail();
    await going.sent[1]?.answer();
    expect(await going.end).toBe('finished');
    expect(going.records.map(({ row }) => row.verdict)).toEqual(['error', 'passed']);

    const stopping = bench(['a', 'b', 'c'], { stopOnError: true, concurrency: 2 });
    await settle();
    await stopping.sent[0]?.fail();
    expect(stopping.names()).toEqual(['a', 'b']);
    await stopping.sent[1]?.answer();
    expect(await stopping.end).toBe('stopped');
    expect(stopping.records).toHaveLength(2);
  });

  it('ends at once when it is cancelled, also while it waits, and keeps no row of what was cut off', async () => {
    const sending = bench(['a', 'b'], { concurrency: 2 });
    await settle();
    await sending.sent[0]?.answer();
    sending.controller.abort();
    expect(await sending.end).toBe('cancelled');
    expect(sending.records.map(({ row }) => row.name)).toEqual(['a']);

    const waiting = bench(['a', 'b'], { delayMs: 600_000 });
    await settle();
    await waiting.sent[0]?.answer();
    waiting.controller.abort();
    expect(await waiting.end).toBe('cancelled');
    expect(waiting.clock.pendingTimers()).toBe(0);
  });
});

describe('Retry-After', () => {
  it('is not waited for unless that was asked', async () => {
    const run = bench(['a', 'b']);
    await settle();
    await run.sent[0]?.answer(429, { 'Retry-After': '30' });
    await run.sent[1]?.answer();
    expect(await run.end).toBe('finished');
    expect(run.records[0]?.row).toMatchObject({ status: 429, attempts: 1 });
  });

  it('holds up all places, and the request is sent again', async () => {
    const run = bench(['a', 'b', 'c'], { respectRetryAfter: true, concurrency: 2 });
    await settle();
    await run.sent[0]?.answer(429, { 'retry-after': '30' });
    await run.sent[1]?.answer();
    expect(run.names()).toEqual(['a', 'b']);
    run.clock.advance(30_000);
    await settle();
    expect(run.names().toSorted()).toEqual(['a', 'a', 'b', 'c']);
    await run.sent[2]?.answer();
    await run.sent[3]?.answer();
    expect(await run.end).toBe('finished');
    expect(run.records.find(({ row }) => row.name === 'a')?.row).toMatchObject({ status: 200, attempts: 2 });
  });

  it('is given up after four times, and not waited for when it asks for more than five minutes', async () => {
    const patient = bench(['a'], { respectRetryAfter: true });
    for (let index = 0; index < 4; index += 1) {
      await settle();
      await patient.sent[index]?.answer(503, { 'Retry-After': '1' });
      patient.clock.advance(1_000);
    }
    expect(await patient.end).toBe('finished');
    expect(patient.records[0]?.row).toMatchObject({ status: 503, attempts: 4 });

    const long = bench(['a'], { respectRetryAfter: true });
    await settle();
    await long.sent[0]?.answer(429, { 'Retry-After': '301' });
    expect(await long.end).toBe('finished');
  });

  it('never repeats a POST that a 503 may have carried out', async () => {
    const run = bench(['post'], { respectRetryAfter: true });
    await settle();
    await run.sent[0]?.answer(503, { 'Retry-After': '1' });
    expect(await run.end).toBe('finished');
    expect(run.sent).toHaveLength(1);
  });
});
