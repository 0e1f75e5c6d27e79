import type { Bridge } from '../../shared/contract/bridge.ts';
import type { ExchangeEvents } from '../../shared/domain/stream-event.ts';
import type { LiveEvents } from '../ui/exchange/response-actions.ts';

/** The newest are shown while they come. */
const SHOWN_EVENTS = 1_000;
const STREAMS = 4;

/** Gathers the events that the main process tells of, of the last few streams. Told to start and to stop by whoever shows them. */
export function createLiveEvents(
  bridge: Pick<Bridge, 'on'>,
): LiveEvents & { readonly start: () => () => void } {
  const streams = new Map<string, ExchangeEvents>();
  const listeners = new Set<() => void>();
  return {
    get: (id) => streams.get(id) ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () =>
      bridge.on('requests.streamed', ({ id, kind, events, count }) => {
        const rows = [...(streams.get(id)?.rows ?? []), ...events].slice(-SHOWN_EVENTS);
        streams.delete(id);
        streams.set(id, { kind, rows, count });
        for (const oldest of streams.keys()) if (streams.size > STREAMS) streams.delete(oldest);
        for (const listener of listeners) listener();
      }),
  };
}
