import type { LedgerState } from '../../shared/domain/ledger-state.ts';
import type { LocalApiState } from '../../shared/domain/local-api-state.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import type { Publish } from '../keys/publish.ts';

interface Changing<State> {
  onChange(listener: (state: State) => void): unknown;
}

export interface AnnouncedParts {
  readonly vault: Changing<VaultState> & { readonly open: () => Promise<VaultState> };
  readonly ledgerHost: Changing<LedgerState>;
  readonly localApi: Changing<LocalApiState>;
  readonly services: { readonly setLocalOrigin: (url: string | null) => void };
  readonly publish: Publish;
}

/** Tells the windows what happened to the vault, the ledger and the Local API, and what hangs on each follows it. */
export function announceChanges({ vault, ledgerHost, localApi, services, publish }: AnnouncedParts): void {
  vault.onChange((state) => {
    publish('vault.changed', state);
  });
  ledgerHost.onChange((state) => {
    publish('ledger.changed', state);
    publish('keys.changed', {});
    publish('services.changed', {});
    publish('team.changed', {});
    publish('history.changed', {});
    publish('usage.changed', {});
    // Another ledger holds another probe: the master key in memory may not be the one that opens it.
    void vault.open();
  });
  localApi.onChange((state) => {
    // First of all: a request that is signed next must know where the Local API listens.
    services.setLocalOrigin(state.kind === 'running' ? state.url : null);
    publish('localApi.changed', state);
  });
}
