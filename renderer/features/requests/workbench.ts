import type { Bridge } from '../../../shared/contract/bridge.ts';
import { appError } from '../../../shared/domain/app-error.ts';
import {
  emptyRequestDraft,
  type RequestBody,
  type RequestDraft,
} from '../../../shared/domain/http-request.ts';
import { openRequest, requestIdOf, type OpenRequest, type SendState, withBodyKind } from './open-request.ts';
import { withChanged } from './open-tabs.ts';
import { saveActions, tabActions, type SaveActions, type TabActions } from './tab-actions.ts';
import { createWorkbenchStore, sendStateOf, type WorkbenchStore } from './workbench-store.ts';

export interface WorkbenchOptions {
  readonly bridge: Bridge;
  /** A new id at each call, of at least 8 characters. */
  readonly newId: () => string;
}

/** What a person chose knowingly after a request was stopped; `stop` for a first try. */
export type StoppedChoice = 'stop' | 'send-without-key' | 'send-anyway';

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
  TabActions &
  SaveActions &
  DraftActions &
  SendActions;

/**
 * The open requests of the window: their drafts, which outlive the screen that shows them, and their sends.
 * An edited draft is never dropped when another is opened.
 */
export function createWorkbench({ bridge, newId }: WorkbenchOptions): Workbench {
  const newScratch = (draft: RequestDraft, isPreview = false) => ({
    ...openRequest(`scratch:${newId()}`, { kind: 'scratch' }, draft),
    isPreview,
  });
  const store = createWorkbenchStore(newScratch(emptyRequestDraft()));
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    ...tabActions(store, newScratch),
    ...saveActions(store),
    ...draftActions(store),
    ...sendActions(store, bridge, newId),
  };
}

function draftActions(store: WorkbenchStore): DraftActions {
  const changeActive = (change: (request: OpenRequest) => OpenRequest): void => {
    const state = store.getState();
    store.set(withChanged(state, state.active.key, change));
  };
  return {
    change: (change) => {
      changeActive((request) => ({
        ...request,
        draft: { ...request.draft, ...change },
        isPreview: false,
      }));
    },
    chooseBodyKind: (kind) => {
      changeActive((request) => ({ ...withBodyKind(request, kind), isPreview: false }));
    },
    reset: () => {
      changeActive((request) => ({ ...request, draft: request.original, otherBodies: [] }));
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
      // What was sent is worked with: its tab is kept.
      store.set(withChanged(store.getState(), key, (request) => ({ ...request, isPreview: false })));
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
      // It may have been saved elsewhere meanwhile, and have that place's key.
      for (const [now, send] of store.getState().sends)
        if (send.kind === 'sending' && send.id === id) store.setSend(now, ended);
    },
    cancel: async () => {
      const send = sendStateOf(store.getState());
      if (send.kind !== 'sending' || send.isCancelling) return;
      store.setSend(store.getState().active.key, { ...send, isCancelling: true });
      // A stream of events has no end that would be missed: what came is the answer.
      const command = send.progress?.isLive === true ? 'requests.stop' : 'requests.cancel';
      await bridge.invoke(command, { id: send.id });
    },
  };
}

function choices(choice: StoppedChoice) {
  if (choice === 'send-anyway') return { onWithheld: 'stop', onExhausted: choice } as const;
  return { onWithheld: choice } as const;
}
