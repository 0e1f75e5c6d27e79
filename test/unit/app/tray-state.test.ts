import { expect, test } from 'vitest';
import { readTrayState } from '../../../electron/app/tray-state.ts';
import { LedgerUnavailableError } from '../../../electron/keys/ledger/ledger.ts';
import { manualClock } from '../../support/in-memory-ports.ts';

const clock = manualClock();
const vault = { state: () => ({ kind: 'empty' }) as const };

test('shows no keys while no ledger is open', () => {
  const unavailable = {
    list: () => {
      throw new LedgerUnavailableError();
    },
  };
  expect(readTrayState({ keys: unavailable, services: unavailable, vault, clock })).toEqual({
    keys: [],
    serviceNames: new Map(),
    vault: { kind: 'empty' },
    now: clock.now(),
  });
});

test('does not hide a bug', () => {
  const broken = {
    list: () => {
      throw new TypeError('a bug');
    },
  };
  expect(() => readTrayState({ keys: broken, services: { list: () => [] }, vault, clock })).toThrow(
    TypeError,
  );
});
