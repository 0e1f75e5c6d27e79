import type { ServiceDirectory } from '../keys/service-directory.ts';
import type { Clock } from '../ports/clock.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import { createHistory, type History, type HistoryOptions } from '../requests/history.ts';
import type { Usage } from '../usage/usage.ts';

export interface HistoryParts extends Pick<HistoryOptions, 'ledger' | 'publish'> {
  readonly clock: Clock;
  readonly preferences: Pick<PreferenceStore, 'get'>;
  readonly services: Pick<ServiceDirectory, 'find'>;
  readonly usage: Pick<Usage, 'note'>;
}

/** The history as long as the person wants it; what it keeps is counted as use of its key. */
export function composeHistory({
  ledger,
  publish,
  clock,
  preferences,
  services,
  usage,
}: HistoryParts): History {
  return createHistory({
    ledger,
    publish,
    now: () => clock.now(),
    retention: () => preferences.get().historyRetention,
    originsOf: (id) => services.find(id)?.origins ?? [],
    alongside: (exchange) => usage.note(exchange),
  });
}
