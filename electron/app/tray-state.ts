import type { ApiKey } from '../../shared/domain/api-key.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { MAX_KEYS, type TrayState } from './tray-template.ts';

export interface TraySources {
  readonly keys: { readonly listNotable: (most: number) => readonly ApiKey[] };
  readonly services: { readonly list: () => readonly Service[] };
  readonly profiles: { readonly list: () => readonly Profile[] };
  readonly vault: { readonly state: () => VaultState };
  readonly clock: Clock;
}

/** What the tray shows now: no keys while no ledger is open, since the window tells about that. */
export function readTrayState(sources: TraySources): Omit<TrayState, 'texts'> {
  const { keys, services, profiles, vault, clock } = sources;
  const common = { vault: vault.state(), now: clock.now() };
  try {
    const serviceNames = new Map(services.list().map(({ id, name }) => [id, name]));
    return { ...common, keys: keys.listNotable(MAX_KEYS + 1), serviceNames, profiles: profiles.list() };
  } catch (error) {
    if (!(error instanceof LedgerUnavailableError)) throw error;
    return { ...common, keys: [], serviceNames: new Map(), profiles: [] };
  }
}
