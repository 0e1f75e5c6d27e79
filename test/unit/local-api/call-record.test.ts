import { describe, expect, it } from 'vitest';
import { LedgerWriteError, type Ledger } from '../../../electron/keys/ledger/ledger.ts';
import { createCallRecord } from '../../../electron/local-api/call-record.ts';
import { recordingKeyStore, seededLedger } from '../../integration/local-api/rig.ts';
import { manualClock, recordingLogger } from '../../support/in-memory-ports.ts';

function parts() {
  const { ledger } = seededLedger();
  const state = { isFull: false, transactions: 0 };
  const counting: Ledger = {
    ...ledger,
    transaction(work) {
      state.transactions += 1;
      if (state.isFull) throw new LedgerWriteError('full');
      return ledger.transaction(work);
    },
  };
  const clock = manualClock(Date.UTC(2026, 0, 31, 23, 59, 59));
  const keyStore = recordingKeyStore();
  const logger = recordingLogger();
  const record = createCallRecord({ ledger: counting, keyStore, clock, logger });
  const written = () => ledger.all('SELECT month, calls FROM local_api_calls ORDER BY month');
  return { record, clock, keyStore, logger, state, written };
}

describe('the record of calls', () => {
  it('counts at once, and writes a second of calls in one transaction', () => {
    const { record, clock, keyStore, state, written } = parts();
    for (let call = 0; call < 50; call += 1) record.add('key-1', 'http://127.0.0.1:5362');
    expect(record.callsThisMonth()).toBe(50);
    expect(written()).toEqual([]);
    clock.advance(1_000);
    expect(state.transactions).toBe(1);
    expect(written().map((row) => ({ ...row }))).toEqual([{ month: '2026-01', calls: 50 }]);
    expect(keyStore.uses).toHaveLength(1);
    expect(clock.pendingTimers()).toBe(0);
  });

  it('keeps the last use of each key, at its own time', () => {
    const { record, clock, keyStore } = parts();
    const first = clock.now();
    record.add('key-1', 'http://127.0.0.1:5362');
    clock.advance(300);
    record.add('key-2', 'http://127.0.0.1:5362');
    record.flush();
    expect(keyStore.uses.map(({ apiKeyId, at }) => [apiKeyId, at - first])).toEqual([
      ['key-1', 0],
      ['key-2', 300],
    ]);
  });

  it('adds to what was written before, and starts anew with the month', () => {
    const { record, clock, written } = parts();
    record.add('key-1', 'o');
    record.flush();
    record.add('key-1', 'o');
    clock.advance(1_000);
    expect(record.callsThisMonth()).toBe(0);
    record.add('key-1', 'o');
    record.flush();
    expect(written().map((row) => ({ ...row }))).toEqual([
      { month: '2026-01', calls: 2 },
      { month: '2026-02', calls: 1 },
    ]);
  });

  it('loses no call to a full disk', () => {
    const { record, clock, logger, state, written } = parts();
    state.isFull = true;
    record.add('key-1', 'o');
    clock.advance(1_000);
    expect(logger.lines.map(({ level }) => level)).toEqual(['warn']);
    expect(written()).toEqual([]);
    state.isFull = false;
    record.flush();
    expect(written().map((row) => ({ ...row }))).toEqual([{ month: '2026-01', calls: 1 }]);
  });

  it('writes nothing where nothing happened', () => {
    const { record, state } = parts();
    record.flush();
    expect(state.transactions).toBe(0);
  });
});
