import type { OpenedRequest } from '../../../shared/domain/collection.ts';
import type { Exchange } from '../../../shared/domain/exchange.ts';
import { emptyRequestDraft, type RequestDraft } from '../../../shared/domain/http-request.ts';
import { isSameDraft } from './draft.ts';
import { openRequest, type OpenRequest, savedKey } from './open-request.ts';
import {
  isBlank,
  tabBeside,
  withChanged,
  withClosed,
  withMoved,
  withOpened,
  withReopened,
  withRestored,
} from './open-tabs.ts';
import type { WorkbenchStore } from './workbench-store.ts';

/** A request of a collection as it was opened. Without a revision: it stands in Keyfob itself. */
export type SavedState = Pick<OpenedRequest, 'id' | 'draft'> & Partial<Pick<OpenedRequest, 'revision'>>;

export interface TabActions {
  readonly openNew: () => void;
  /** In a tab that the next one takes over, unless it was edited, sent or kept before. */
  readonly openSaved: (collectionId: string, request: SavedState) => void;
  /** Opens a draft that is saved nowhere, such as one from the history, with what it gave then. */
  readonly openDraft: (draft: RequestDraft, exchange?: Exchange | null) => void;
  /** Shows a request that is open. */
  readonly show: (key: string) => void;
  /** Shows the tab so many steps after the active one. */
  readonly showBeside: (steps: number) => void;
  /** The next request that is opened leaves this tab alone. */
  readonly keep: (key: string) => void;
  /** Closes tabs, whatever was typed into them; `reopen` brings the last one back with it. */
  readonly close: (keys: readonly string[]) => void;
  readonly reopen: () => void;
  /** Puts the tabs of the last time before those that are open by now. */
  readonly restore: (tabs: readonly OpenRequest[], activeKey: string | null) => void;
  /** So many tabs of the last time do not open now. */
  readonly noteUnopened: (count: number) => void;
  /** What was typed into these will not be there after a restart. */
  readonly noteUnkept: (keys: ReadonlySet<string>) => void;
  /** These requests stand in another collection from now on. */
  readonly moveSaved: (fromId: string, toId: string, requestIds: ReadonlySet<string>) => void;
  readonly moveTab: (key: string, beforeKey: string | null) => void;
}

export interface SaveActions {
  /** The draft that was `sent` is in its file now. What was typed since is still unsaved. */
  readonly markSaved: (key: string, sent: RequestDraft, saved: SavedState) => void;
  /** The same, for a request that has its place in this collection from now on. */
  readonly markSavedAs: (key: string, sent: RequestDraft, place: SavedPlace) => void;
  /** Takes over what the file says; what was typed is gone. */
  readonly load: (key: string, saved: SavedState) => void;
  /** Its file changed, and `draft` is what was typed after that. */
  readonly follow: (key: string, saved: SavedState, draft: RequestDraft) => void;
}

export interface SavedPlace {
  readonly collectionId: string;
  readonly saved: SavedState;
}

function noteActions({ getState, set }: WorkbenchStore): Pick<TabActions, 'noteUnopened' | 'noteUnkept'> {
  return {
    noteUnopened: (unopenedTabs) => {
      if (unopenedTabs !== getState().unopenedTabs) set({ unopenedTabs });
    },
    noteUnkept: (unkeptTabs) => {
      const before = getState().unkeptTabs;
      const isSame = unkeptTabs.size === before.size && [...unkeptTabs].every((key) => before.has(key));
      if (!isSame) set({ unkeptTabs });
    },
  };
}

export function tabActions(
  store: WorkbenchStore,
  newScratch: (draft: RequestDraft, isPreview?: boolean) => OpenRequest,
): TabActions {
  const blank = () => newScratch(emptyRequestDraft());
  const { getState, set } = store;
  return {
    openNew: () => {
      if (!isBlank(getState().active)) set(withOpened(getState(), blank()));
    },
    openSaved: (collectionId, { id, draft, revision = '' }) => {
      const source = { kind: 'saved', collectionId, requestId: id } as const;
      const request = openRequest(savedKey(collectionId, id), source, draft);
      set(withOpened(getState(), { ...request, revision, isPreview: true }));
    },
    openDraft: (draft, exchange = null) => {
      const request = newScratch(draft, exchange !== null);
      set(withOpened(getState(), request));
      if (exchange !== null) store.setSend(request.key, { kind: 'ended', exchange });
    },
    show: (key) => {
      const request = getState().tabs.find((tab) => tab.key === key);
      if (request !== undefined) set({ active: request });
    },
    showBeside: (steps) => {
      set({ active: tabBeside(getState(), steps) });
    },
    keep: (key) => {
      set(withChanged(getState(), key, (request) => ({ ...request, isPreview: false })));
    },
    close: (keys) => {
      set(withClosed(getState(), new Set(keys), blank));
    },
    reopen: () => {
      set(withReopened(getState()));
    },
    restore: (tabs, activeKey) => {
      set(withRestored(getState(), tabs, activeKey));
    },
    moveSaved: (fromId, toId, requestIds) => {
      for (const { key, source } of getState().tabs) {
        if (source.kind !== 'saved' || source.collectionId !== fromId) continue;
        const { requestId } = source;
        if (!requestIds.has(requestId)) continue;
        const place = { key: savedKey(toId, requestId), source: { ...source, collectionId: toId } };
        const send = getState().sends.get(key);
        set({
          ...withChanged(getState(), key, (request) => ({ ...request, ...place })),
          ...(send === undefined ? {} : { sends: new Map([...getState().sends, [place.key, send]]) }),
        });
      }
    },
    ...noteActions(store),
    moveTab: (key, beforeKey) => {
      set(withMoved(getState(), key, beforeKey));
    },
  };
}

export function saveActions({ getState, set }: WorkbenchStore): SaveActions {
  return {
    markSaved: (key, sent, saved) => {
      set(withChanged(getState(), key, (request) => withSaved(request, sent, saved)));
    },
    markSavedAs: (key, sent, { collectionId, saved }) => {
      const source = { kind: 'saved', collectionId, requestId: saved.id } as const;
      const newKey = savedKey(collectionId, saved.id);
      const { sends } = getState();
      const send = sends.get(key);
      set({
        ...withChanged(getState(), key, (request) => ({
          ...withSaved(request, sent, saved),
          key: newKey,
          source,
        })),
        ...(send === undefined ? {} : { sends: new Map([...sends, [newKey, send]]) }),
      });
    },
    load: (key, { draft, revision = '' }) => {
      set(
        withChanged(getState(), key, (request) => ({
          ...request,
          original: draft,
          draft,
          revision,
          otherBodies: [],
        })),
      );
    },
    follow: (key, { draft: original, revision = '' }, draft) => {
      set(withChanged(getState(), key, (request) => ({ ...request, original, draft, revision })));
    },
  };
}

function withSaved(
  request: OpenRequest,
  sent: RequestDraft,
  { draft, revision = '' }: SavedState,
): OpenRequest {
  const isSame = isSameDraft(request.draft, sent);
  // No file says that a request takes no proxy: the tab alone keeps that.
  const { proxy } = sent.settings;
  const original = { ...draft, settings: { ...draft.settings, proxy } };
  return {
    ...request,
    original,
    draft: isSame ? original : request.draft,
    revision,
    isPreview: false,
  };
}
