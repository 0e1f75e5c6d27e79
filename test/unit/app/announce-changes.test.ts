import { expect, test } from 'vitest';
import { announceChanges } from '../../../electron/app/announce-changes.ts';
import type { LedgerState } from '../../../shared/domain/ledger-state.ts';
import type { LocalApiState } from '../../../shared/domain/local-api-state.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';

function changing<State>() {
  const listeners: ((state: State) => void)[] = [];
  return {
    onChange: (listener: (state: State) => void) => listeners.push(listener),
    change: (state: State) => {
      for (const listener of listeners) listener(state);
    },
  };
}

function arrange() {
  const happened: string[] = [];
  const vault = {
    ...changing<VaultState>(),
    open: () => {
      happened.push('vault opened');
      return Promise.resolve<VaultState>({ kind: 'empty' });
    },
  };
  const ledgerHost = changing<LedgerState>();
  const localApi = changing<LocalApiState>();
  announceChanges({
    vault,
    ledgerHost,
    localApi,
    services: { setLocalOrigin: (url) => happened.push(`origin ${String(url)}`) },
    publish: (event) => void happened.push(event),
  });
  return { happened, vault, ledgerHost, localApi };
}

test('another ledger is told with all that it holds, and the vault looks whether its key fits', () => {
  const { happened, ledgerHost } = arrange();
  ledgerHost.change({ kind: 'open' });
  expect(happened).toEqual([
    'ledger.changed',
    'keys.changed',
    'services.changed',
    'team.changed',
    'history.changed',
    'usage.changed',
    'vault opened',
  ]);
});

test('where the Local API listens is known before anybody hears that it runs, and forgotten when it stops', () => {
  const { happened, localApi } = arrange();
  localApi.change({
    kind: 'running',
    url: 'http://127.0.0.1:5362',
    port: 5362,
    preferredPort: 5362,
    preferredPortRefusal: null,
    startedAt: 0,
    requestsServed: 0,
  });
  localApi.change({ kind: 'stopped' });
  expect(happened).toEqual([
    'origin http://127.0.0.1:5362',
    'localApi.changed',
    'origin null',
    'localApi.changed',
  ]);
});

test('the vault’s state is told', () => {
  const { happened, vault } = arrange();
  vault.change({ kind: 'empty' });
  expect(happened).toEqual(['vault.changed']);
});
