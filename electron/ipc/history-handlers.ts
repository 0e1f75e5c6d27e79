import { ok } from '../../shared/domain/app-error.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { History } from '../requests/history.ts';
import type { Handlers } from './handlers.ts';

export interface HistoryHandlerParts {
  readonly history: Omit<History, 'add'>;
  readonly preferences: PreferenceStore;
}

export function historyHandlers({ history, preferences }: HistoryHandlerParts) {
  return {
    'history.list': (input) => history.list(input),
    'history.listEarlier': (input) => history.listEarlier(input),
    'history.get': ({ id }) => history.get(id),
    'history.setPinned': ({ id, isPinned }) => history.setPinned(id, isPinned),
    'history.delete': ({ id }) => history.remove(id),
    'history.clear': () => history.clear(),
    'history.countBeyond': (retention) => history.countBeyond(retention),
    'history.setRetention': (historyRetention) => {
      preferences.set({ historyRetention });
      const pruned = history.prune();
      return pruned.ok ? ok({}) : pruned;
    },
  } satisfies Partial<Handlers>;
}
