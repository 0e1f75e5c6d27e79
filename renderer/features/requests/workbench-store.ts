import type { OpenRequest, SendState } from './open-request.ts';
import type { OpenTabs } from './open-tabs.ts';

export interface WorkbenchState extends OpenTabs {
  /** By the request's key. */
  readonly sends: ReadonlyMap<string, SendState>;
  /** Tabs of the last time that do not open now. */
  readonly unopenedTabs: number;
  /** The keys of those that are too large to be kept until the next start. */
  readonly unkeptTabs: ReadonlySet<string>;
}

export interface WorkbenchStore {
  readonly getState: () => WorkbenchState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (change: Partial<WorkbenchState>) => void;
  readonly setSend: (key: string, send: SendState) => void;
}

/** Responses are kept for this many requests; the oldest are forgotten first. */
const KEPT_SENDS = 12;

export function sendStateOf(state: WorkbenchState): SendState {
  return state.sends.get(state.active.key) ?? { kind: 'idle' };
}

function withSend(state: WorkbenchState, key: string, send: SendState): ReadonlyMap<string, SendState> {
  const sends = new Map(state.sends);
  sends.delete(key);
  sends.set(key, send);
  for (const [oldest, { kind }] of sends) {
    if (sends.size <= KEPT_SENDS) break;
    if (kind !== 'sending' && oldest !== state.active.key) sends.delete(oldest);
  }
  return sends;
}

/** The state of the open requests, and who is told when it changes. */
export function createWorkbenchStore(active: OpenRequest): WorkbenchStore {
  let state: WorkbenchState = {
    tabs: [active],
    active,
    closed: [],
    sends: new Map(),
    unopenedTabs: 0,
    unkeptTabs: new Set(),
  };
  const listeners = new Set<() => void>();
  const set = (change: Partial<WorkbenchState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  return {
    getState: () => state,
    set,
    setSend: (key, send) => {
      set({ sends: withSend(state, key, send) });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
