import { describe, expect, it } from 'vitest';
import { createRunRecorder } from '../../../electron/runs/run-recorder.ts';
import { findRunRecord, insertRun, listRunRows } from '../../../electron/runs/run-rows.ts';
import { DEFAULT_RUN_OPTIONS, NO_TOTALS, type Run, type RunRecord } from '../../../shared/domain/run.ts';
import { START } from '../../support/builders.ts';
import { manualClock } from '../../support/in-memory-ports.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { answeredCall } from '../../support/usage-exchange.ts';

const begun: Run = {
  ...{ id: 'run-1', name: 'Run', collectionId: 'c', folderId: null, dataName: null, planned: 1_001 },
  ...{ options: DEFAULT_RUN_OPTIONS, startedAt: START, durationMs: 0, state: 'running', totals: NO_TOTALS },
};

function record(seq: number): RunRecord {
  return {
    row: {
      ...{ seq, iteration: 1, requestId: 'r1', name: 'List', method: 'GET', status: 200, errorCode: null },
      ...{ url: 'https://api.example.com/items', apiKeyName: 'CI', verdict: 'passed', startedAfterMs: 0 },
      ...{ durationMs: 1, bodyBytes: 2, attempts: 1, isKeyWithheld: false },
    },
    expectations: [],
    exchange: structuredClone(answeredCall({ id: `exchange-${String(seq)}` })),
    problem: null,
  };
}

function bench() {
  const ledger = memoryLedger();
  insertRun(ledger, begun);
  const refused: unknown[] = [];
  const recorder = createRunRecorder(begun, {
    ...{ ledger, clock: manualClock(START), publish: () => undefined, now: () => 0 },
    signingKeys: { flush: () => undefined },
    alsoKeep: () => () => undefined,
    onRefused: (error) => void refused.push(error),
  });
  const kept = (): number =>
    listRunRows(ledger, {
      ...{ runId: begun.id, verdicts: null, isWithheldOnly: false, order: 'first-to-last' },
      ...{ offset: 0, limit: 10_000 },
    }).length;
  return { ledger, recorder, kept, refused };
}

describe('the rows of a run', () => {
  it('are written a thousand at a time, and the last ones when it ends', () => {
    const { recorder, kept } = bench();
    for (let seq = 1; seq <= 1_000; seq += 1) recorder.add(record(seq));
    expect(kept()).toBe(0);
    recorder.add(record(1_001));
    expect(kept()).toBe(1_000);
    recorder.end('finished');
    expect(kept()).toBe(1_001);
  });

  it('are whole, whatever an earlier one holds', () => {
    const { ledger, recorder } = bench();
    recorder.add(record(1));
    recorder.add(record(2));
    recorder.end('finished');
    expect(findRunRecord(ledger, begun.id, 2)).toEqual(record(2));
    expect(findRunRecord(ledger, begun.id, 3)).toBeNull();
  });

  it('are like none of those that the disk refused', () => {
    const { ledger, recorder, kept, refused } = bench();
    for (let seq = 1; seq <= 1_000; seq += 1) recorder.add(record(seq));
    ledger.writesUntilFull = 0;
    recorder.add(record(1_001));
    expect(refused).toHaveLength(1);
    ledger.writesUntilFull = Infinity;
    recorder.end('failed');
    expect(kept()).toBe(1);
    expect(findRunRecord(ledger, begun.id, 1_001)).toEqual(record(1_001));
  });
});
