import { expect, test } from 'vitest';
import { readTrayState } from '../../../electron/app/tray-state.ts';
import { LedgerUnavailableError } from '../../../electron/keys/ledger/ledger.ts';
import { manualClock } from '../../support/in-memory-ports.ts';

const clock = manualClock();
const none = { list: () => [] };
const vault = { state: () => ({ kind: 'empty' }) as const };

test('shows no keys while no ledger is open', () => {
  const refuse = () => {
    throw new LedgerUnavailableError();
  };
  const unavailable = { list: refuse, listNotable: refuse };
  expect(
    readTrayState({ keys: unavailable, services: unavailable, profiles: unavailable, vault, clock }),
  ).toEqual({
    keys: [],
    serviceNames: new Map(),
    profiles: [],
    vault: { kind: 'empty' },
    now: clock.now(),
  });
});

test('does not hide a bug', () => {
  const broken = {
    listNotable: () => {
      throw new TypeError('a bug');
    },
  };
  expect(() => readTrayState({ keys: broken, services: none, profiles: none, vault, clock })).toThrow(
    TypeError,
  );
});
