import type { Bridge } from '../../../shared/contract/bridge.ts';
import { appError, type AppError } from '../../../shared/domain/app-error.ts';
import type { SavedRequest } from '../../../shared/domain/collection.ts';
import type { Exchange, ExchangeProgress } from '../../../shared/domain/exchange.ts';
import {
  emptyRequestDraft,
  type RequestBody,
  type RequestDraft,
} from '../../../shared/domain/http-request.ts';
import { isSameDraft } from './draft.ts';

/** Where an open request comes from. A scratch request is saved nowhere. */
export type RequestSource =
  | { readonly kind: 'saved'; readonly collectionId: string; readonly requestId: string }
  | { readonly kind: 'scratch' };

export interface OpenRequest {
  readonly key: string;
  readonly source: RequestSource;
  /** What Reset goes back to. */
  readonly original: RequestDraft;
  readonly draft: RequestDraft;
  /** Bodies of other kinds that were typed before another kind was chosen. */
  readonly otherBodies: readonly RequestBody[];
}

/** What became of the last send of a request. */
export type SendState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'sending';
      readonly id: string;
      readonly startedAt: number;
      readonly progress: ExchangeProgress | null;
      readonly isCancelling: boolean;
      /** What the send before it gave; shown until this one ends. */
      readonly previous: Exchange | null;
    }
  | { readonly kind: 'ended'; readonly exchange: Exchange }
  /** The main process refused to try; nothing was sent. */
  | { readonly kind: 'refused'; readonly error: AppError };

export interface WorkbenchState {
  readonly active: OpenRequest;
  /** Open requests other than the active one whose changes are kept. */
  readonly kept: readonly OpenRequest[];
  readonly sends: ReadonlyMap<string, SendState>;
}

export interface WorkbenchOptions {
  readonly bridge: Bridge;
  readonly newId: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export type WithheldChoice = 'stop' | 'send-without-key';

export interface Workbench {
  readonly getState: () => WorkbenchState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly openNew: () => void;
  readonly openSaved: (collectionId: string, request: SavedRequest) => void;
  /** Opens a draft that is saved nowhere, such as one from the history, with what it gave then. */
  readonly openDraft: (draft: RequestDraft, exchange?: Exchange | null) => void;
  /** Shows a request that is kept. */
  readonly show: (key: string) => void;
  readonly change: (change: Partial<RequestDraft>) => void;
  /** Changes what kind of body is sent; the text of the other kinds comes back with them. */
  readonly chooseBodyKind: (kind: RequestBody['kind']) => void;
  readonly reset: () => void;
  /** Forgets an open request with its changes. */
  readonly discard: (key: string) => void;
  /** `collectionId`: whose variables and key apply; `null` for none. */
  readonly send: (collectionId: string | null, onWithheld: WithheldChoice) => Promise<void>;
  readonly cancel: () => Promise<void>;
}

/** Responses are kept for this many requests; the oldest are forgotten first. */
const KEPT_SENDS = 12;

export function isEdited(request: OpenRequest): boolean {
  return !isSameDraft(request.original, request.draft);
}

export function savedKey(collectionId: string, requestId: string): string {
  return `saved:${collectionId}/${requestId}`;
}

export function sendStateOf(state: WorkbenchState): SendState {
  return state.sends.get(state.active.key) ?? { kind: 'idle' };
}

function newBody(kind: RequestBody['kind'], from: RequestBody): RequestBody {
  if (kind === 'none') return { kind };
  if (kind === 'form') return { kind, fields: [] };
  return { kind, text: from.kind === 'json' || from.kind === 'text' ? from.text : '' };
}

/**
 * The open requests of the window: their drafts, which outlive the screen that shows them, and their sends.
 * An edited draft is never dropped when another is opened.
 */
export function createWorkbench({ bridge, newId, now }: WorkbenchOptions): Workbench {
  const scratch = (draft: RequestDraft): OpenRequest => ({
    key: `scratch:${newId()}`,
    source: { kind: 'scratch' },
    original: draft,
    draft,
    otherBodies: [],
  });
  let state: WorkbenchState = { active: scratch(emptyRequestDraft()), kept: [], sends: new Map() };
  const listeners = new Set<() => void>();

  function set(change: Partial<WorkbenchState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function setSend(key: string, send: SendState): void {
    const sends = new Map(state.sends);
    sends.delete(key);
    sends.set(key, send);
    for (const [oldest, { kind }] of sends) {
      if (sends.size <= KEPT_SENDS) break;
      if (kind !== 'sending' && oldest !== state.active.key) sends.delete(oldest);
    }
    set({ sends });
  }

  function activate(request: OpenRequest): void {
    if (request.key === state.active.key) return;
    const others = state.kept.filter(({ key }) => key !== request.key);
    set({ active: request, kept: isEdited(state.active) ? [...others, state.active] : others });
  }

  bridge.on('requests.progressed', (progress) => {
    for (const [key, send] of state.sends) {
      if (send.kind === 'sending' && send.id === progress.id) setSend(key, { ...send, progress });
    }
  });

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openNew: () => {
      const { active } = state;
      if (active.source.kind === 'scratch' && !isEdited(active) && active.draft.url === '') return;
      activate(scratch(emptyRequestDraft()));
    },
    openSaved: (collectionId, request) => {
      const key = savedKey(collectionId, request.id);
      const source: RequestSource = { kind: 'saved', collectionId, requestId: request.id };
      const kept = state.kept.find((other) => other.key === key);
      activate(kept ?? { key, source, original: request.draft, draft: request.draft, otherBodies: [] });
    },
    openDraft: (draft, exchange = null) => {
      const request = scratch(draft);
      activate(request);
      if (exchange !== null) setSend(request.key, { kind: 'ended', exchange });
    },
    show: (key) => {
      const request = state.kept.find((other) => other.key === key);
      if (request !== undefined) activate(request);
    },
    change: (change) => {
      set({ active: { ...state.active, draft: { ...state.active.draft, ...change } } });
    },
    chooseBodyKind: (kind) => {
      const { draft, otherBodies } = state.active;
      if (draft.body.kind === kind) return;
      const body = otherBodies.find((other) => other.kind === kind) ?? newBody(kind, draft.body);
      const others = otherBodies.filter((other) => other.kind !== kind);
      set({
        active: { ...state.active, draft: { ...draft, body }, otherBodies: [...others, draft.body] },
      });
    },
    reset: () => {
      set({ active: { ...state.active, draft: state.active.original, otherBodies: [] } });
    },
    discard: (key) => {
      if (key !== state.active.key) set({ kept: state.kept.filter((other) => other.key !== key) });
      else set({ active: scratch(emptyRequestDraft()) });
    },
    send: async (collectionId, onWithheld) => {
      const { key, draft } = state.active;
      const before = sendStateOf(state);
      if (before.kind === 'sending') return;
      const id = newId();
      const previous = before.kind === 'ended' ? before.exchange : null;
      setSend(key, { kind: 'sending', id, startedAt: now(), progress: null, isCancelling: false, previous });
      const input = { id, draft, collectionId, onWithheld };
      const ended = await bridge.invoke('requests.send', input).then<SendState, SendState>(
        (result) =>
          result.ok ? { kind: 'ended', exchange: result.value } : { kind: 'refused', error: result.error },
        () => ({ kind: 'refused', error: appError('internal') }),
      );
      setSend(key, ended);
    },
    cancel: async () => {
      const send = sendStateOf(state);
      if (send.kind !== 'sending' || send.isCancelling) return;
      setSend(state.active.key, { ...send, isCancelling: true });
      await bridge.invoke('requests.cancel', { id: send.id });
    },
  };
}
