import type { Bridge } from '../../../shared/contract/bridge.ts';
import { appError } from '../../../shared/domain/app-error.ts';
import type { OpenedRequest } from '../../../shared/domain/collection.ts';
import type { Exchange } from '../../../shared/domain/exchange.ts';
import {
  emptyRequestDraft,
  type RequestBody,
  type RequestDraft,
} from '../../../shared/domain/http-request.ts';
import {
  isEdited,
  openRequest,
  requestIdOf,
  type OpenRequest,
  savedKey,
  type SendState,
  withBodyKind,
} from './open-request.ts';
import { createWorkbenchStore, sendStateOf, type WorkbenchStore } from './workbench-store.ts';

export interface WorkbenchOptions {
  readonly bridge: Bridge;
  /** A new id at each call, of at least 8 characters. */
  readonly newId: () => string;
}

/** What a person chose knowingly after a request was stopped; `stop` for a first try. */
export type StoppedChoice = 'stop' | 'send-without-key' | 'send-anyway';

interface OpenActions {
  readonly openNew: () => void;
  readonly openSaved: (collectionId: string, request: Pick<OpenedRequest, 'id' | 'draft'>) => void;
  /** Opens a draft that is saved nowhere, such as one from the history, with what it gave then. */
  readonly openDraft: (draft: RequestDraft, exchange?: Exchange | null) => void;
  /** Shows a request that is kept. */
  readonly show: (key: string) => void;
  /** Forgets an open request with its changes. */
  readonly discard: (key: string) => void;
}

interface DraftActions {
  readonly change: (change: Partial<RequestDraft>) => void;
  readonly chooseBodyKind: (kind: RequestBody['kind']) => void;
  readonly reset: () => void;
}

interface SendActions {
  /** `collectionId`: whose variables and key apply; `null` for none. */
  readonly send: (collectionId: string | null, choice: StoppedChoice) => Promise<void>;
  readonly cancel: () => Promise<void>;
}

export type Workbench = Pick<WorkbenchStore, 'getState' | 'subscribe'> &
  OpenActions &
  DraftActions &
  SendActions;

/**
 * The open requests of the window: their drafts, which outlive the screen that shows them, and their sends.
 * An edited draft is never dropped when another is opened.
 */
export function createWorkbench({ bridge, newId }: WorkbenchOptions): Workbench {
  const newScratch = (draft: RequestDraft) => openRequest(`scratch:${newId()}`, { kind: 'scratch' }, draft);
  const store = createWorkbenchStore(newScratch(emptyRequestDraft()));
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    ...openActions(store, newScratch),
    ...draftActions(store),
    ...sendActions(store, bridge, newId),
  };
}

function openActions(store: WorkbenchStore, newScratch: (draft: RequestDraft) => OpenRequest): OpenActions {
  const activate = (request: OpenRequest): void => {
    const { active, kept } = store.getState();
    if (request.key === active.key) return;
    const others = kept.filter(({ key }) => key !== request.key);
    store.set({ active: request, kept: isEdited(active) ? [...others, active] : others });
  };
  const findKept = (key: string) => store.getState().kept.find((other) => other.key === key);
  return {
    openNew: () => {
      const { active } = store.getState();
      const isBlank = active.source.kind === 'scratch' && !isEdited(active) && active.draft.url === '';
      if (!isBlank) activate(newScratch(emptyRequestDraft()));
    },
    openSaved: (collectionId, { id, draft }) => {
      const key = savedKey(collectionId, id);
      activate(findKept(key) ?? openRequest(key, { kind: 'saved', collectionId, requestId: id }, draft));
    },
    openDraft: (draft, exchange = null) => {
      const request = newScratch(draft);
      activate(request);
      if (exchange !== null) store.setSend(request.key, { kind: 'ended', exchange });
    },
    show: (key) => {
      const request = findKept(key);
      if (request !== undefined) activate(request);
    },
    discard: (key) => {
      const { active, kept } = store.getState();
      if (key === active.key) store.set({ active: newScratch(emptyRequestDraft()) });
      else store.set({ kept: kept.filter((other) => other.key !== key) });
    },
  };
}

function draftActions(store: WorkbenchStore): DraftActions {
  return {
    change: (change) => {
      const { active } = store.getState();
      store.set({ active: { ...active, draft: { ...active.draft, ...change } } });
    },
    chooseBodyKind: (kind) => {
      store.set({ active: withBodyKind(store.getState().active, kind) });
    },
    reset: () => {
      const { active } = store.getState();
      store.set({ active: openRequest(active.key, active.source, active.original) });
    },
  };
}

function sendActions(store: WorkbenchStore, bridge: Bridge, newId: () => string): SendActions {
  bridge.on('requests.progressed', (progress) => {
    for (const [key, send] of store.getState().sends) {
      if (send.kind === 'sending' && send.id === progress.id) store.setSend(key, { ...send, progress });
    }
  });
  return {
    send: async (collectionId, choice) => {
      const { key, draft, source } = store.getState().active;
      const before = sendStateOf(store.getState());
      if (before.kind === 'sending') return;
      const id = newId();
      const previous = before.kind === 'ended' ? before.exchange : null;
      store.setSend(key, { kind: 'sending', id, progress: null, isCancelling: false, previous });
      const ended = await bridge
        .invoke('requests.send', {
          id,
          draft,
          collectionId,
          requestId: requestIdOf(source),
          ...choices(choice),
        })
        .then<SendState, SendState>(
          (result) =>
            result.ok ? { kind: 'ended', exchange: result.value } : { kind: 'refused', error: result.error },
          // Only a bug between the processes rejects; it must not leave the request waiting for ever.
          () => ({ kind: 'refused', error: appError('internal') }),
        );
      store.setSend(key, ended);
    },
    cancel: async () => {
      const send = sendStateOf(store.getState());
      if (send.kind !== 'sending' || send.isCancelling) return;
      store.setSend(store.getState().active.key, { ...send, isCancelling: true });
      await bridge.invoke('requests.cancel', { id: send.id });
    },
  };
}

function choices(choice: StoppedChoice) {
  if (choice === 'send-anyway') return { onWithheld: 'stop', onExhausted: choice } as const;
  return { onWithheld: choice } as const;
}
