import { failed, ok } from '../../shared/domain/app-error.ts';
import type { HistoryRecord } from '../../shared/domain/history-entry.ts';
import type { HistoryFilter } from '../../shared/domain/history-filter.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** The history in memory, newest first. */
export function fakeHistoryHandlers(state: FakeState, publish: Publish): HandlersOf<'history'> {
  const set = (history: HistoryRecord[]) => {
    state.history = history;
    publish('history.changed', {});
    return ok({});
  };
  const find = (id: string) => state.history.find(({ entry }) => entry.id === id);
  return {
    'history.list': ({ limit, before, search, filter }) => {
      const found = state.history
        .filter((record) => fits(state, record, filter))
        .map(({ entry }) => entry)
        .filter((entry) => before === null || entry.at < before)
        .filter((entry) => `${entry.method} ${entry.url}`.toLowerCase().includes(search.toLowerCase()));
      return ok({ entries: found.slice(0, limit), hasMore: found.length > limit });
    },
    'history.listEarlier': ({ id, limit }) => {
      const entry = find(id)?.entry;
      if (entry === undefined) return failed('not-found');
      const entries = state.history
        .map((record) => record.entry)
        .filter(({ at, method, url }) => at < entry.at && method === entry.method && url === entry.url);
      return ok({ entries: entries.slice(0, limit) });
    },
    'history.get': ({ id }) => {
      const record = find(id);
      return record === undefined ? failed('not-found') : ok(record);
    },
    'history.setPinned': ({ id, isPinned }) => {
      const record = find(id);
      if (record === undefined) return failed('not-found');
      const entry = { ...record.entry, isPinned };
      set(state.history.map((other) => (other === record ? { ...record, entry } : other)));
      return ok(entry);
    },
    'history.delete': ({ id }) => set(state.history.filter(({ entry }) => entry.id !== id)),
    'history.clear': () => set(state.history.filter(({ entry }) => entry.isPinned)),
    'history.countBeyond': ({ maxEntries }) => ok({ count: Math.max(0, state.history.length - maxEntries) }),
    'history.setRetention': (historyRetention) => {
      state.preferences = { ...state.preferences, historyRetention };
      publish('preferences.changed', state.preferences);
      return ok({});
    },
  };
}

function fits(state: FakeState, { entry, exchange }: HistoryRecord, filter: HistoryFilter): boolean {
  const signing = exchange.hops[0]?.signing;
  const apiKeyId = signing === undefined || signing.kind === 'unsigned' ? null : signing.apiKeyId;
  const origins = state.services.find(({ id }) => id === filter.serviceId)?.origins ?? [];
  const status = entry.status === null ? 'failed' : `${String(Math.floor(entry.status / 100))}xx`;
  return (
    (filter.method === null || filter.method === entry.method) &&
    (filter.status === null || filter.status === status) &&
    (filter.apiKeyId === null || filter.apiKeyId === apiKeyId) &&
    (filter.serviceId === null || origins.some((origin) => entry.url.startsWith(`${origin}/`))) &&
    (filter.since === null || entry.at >= filter.since) &&
    (filter.until === null || entry.at < filter.until) &&
    (!filter.isPinnedOnly || entry.isPinned)
  );
}
