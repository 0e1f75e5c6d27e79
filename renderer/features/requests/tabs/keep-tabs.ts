import type { Bridge } from '../../../../shared/contract/bridge.ts';
import { failed } from '../../../../shared/domain/app-error.ts';
import { MAX_OPEN_TABS, type OpenTab } from '../../../../shared/domain/open-tab.ts';
import { isEdited, openRequest, type OpenRequest } from '../open-request.ts';
import { isBlank } from '../open-tabs.ts';
import type { WorkbenchState } from '../workbench-store.ts';
import type { Workbench } from '../workbench.ts';

export interface KeepTabsOptions {
  readonly bridge: Bridge;
  readonly workbench: Pick<Workbench, 'getState' | 'subscribe' | 'restore' | 'noteUnopened' | 'noteUnkept'>;
  /** Calls back after so many milliseconds; returns how to cancel that. */
  readonly schedule: (work: () => void, delayMs: number) => () => void;
}

const DELAY_MS = 400;

/**
 * Brings back the tabs of the last time, then keeps each change in the main process, a moment after it. Nothing is kept before the tabs
 * are back: it would forget them. What cannot be kept now, while Keyfob is locked, is kept with the next change. Returns how to stop.
 */
export function keepTabs({ bridge, workbench, schedule }: KeepTabsOptions): () => void {
  let isLoaded = false;
  let isStopped = false;
  let isKeeping = false;
  let cancel = (): void => undefined;
  const keeper = createTabKeeper(bridge);

  const load = async (): Promise<void> => {
    if (isStopped) return;
    const loaded = await bridge.invoke('tabs.load', {}).catch(() => failed('internal'));
    // Locked, or no ledger: it is tried again when that changes.
    if (!loaded.ok) return;
    // Some may not have been opened before.
    const isNew = ({ key }: OpenTab) =>
      !keeper.has(key) && workbench.getState().tabs.every((tab) => tab.key !== key);
    const restored = await Promise.all(
      loaded.value.tabs.filter(isNew).map((tab) => restoredTab(bridge, tab)),
    );
    const tabs = restored.filter((tab) => tab !== null);
    isLoaded = true;
    keeper.note(tabs);
    workbench.restore(tabs, loaded.value.activeKey);
    workbench.noteUnopened(loaded.value.unopened);
  };
  const keep = async (): Promise<void> => {
    if (!isLoaded || isKeeping || isStopped) return;
    isKeeping = true;
    const isDone = await keeper.keep(workbench.getState());
    isKeeping = false;
    workbench.noteUnkept(keeper.unkept());
    // What changed meanwhile; after a refusal not at once.
    if (isDone && keeper.isBehind(workbench.getState())) soon();
  };
  const soon = (): void => {
    cancel();
    cancel = schedule(() => void keep(), DELAY_MS);
  };
  const stops = [
    workbench.subscribe(() => {
      if (isLoaded && keeper.isBehind(workbench.getState())) soon();
    }),
    bridge.on('vault.changed', () => void load().then(keep)),
    bridge.on('ledger.changed', () => void load().then(keep)),
  ];
  void load();
  return () => {
    isStopped = true;
    cancel();
    for (const stop of stops) stop();
  };
}

/** What was kept last, and the difference to it. */
function createTabKeeper(bridge: Bridge) {
  /** As they were kept, by key. */
  const kept = new Map<string, OpenRequest>();
  let arrangement = '';
  /** What is more than the bridge takes at once, by key; no other tab waits for it. */
  const tooLarge = new Set<string>();
  return {
    unkept: (): ReadonlySet<string> => new Set(tooLarge),
    has: (key: string) => kept.has(key),
    note: (tabs: readonly OpenRequest[]): void => {
      for (const tab of tabs) kept.set(tab.key, tab);
    },
    isBehind: (state: WorkbenchState): boolean =>
      arrangementOf(state) !== arrangement || keptOf(state).some((tab) => kept.get(tab.key) !== tab),
    /** Returns whether it was kept. */
    async keep(state: WorkbenchState): Promise<boolean> {
      const tabs = keptOf(state);
      const order = tabs.map(({ key }) => key);
      const activeKey = state.active.key;
      const changed = tabs.filter((tab) => kept.get(tab.key) !== tab);
      const invoke = async (tab: OpenRequest | null) => {
        const input = { order, activeKey, changed: tab === null ? null : keptTab(tab) };
        return await bridge.invoke('tabs.keep', input).catch(() => failed('internal'));
      };
      for (const tab of changed.length === 0 ? [null] : changed) {
        const result = await invoke(tab);
        const isTooLarge = tab !== null && !result.ok && result.error.code === 'invalid-input';
        if (!result.ok && !isTooLarge) return false;
        // That it is open, and where, is kept whatever stands in it.
        if (isTooLarge && !(await invoke(null)).ok) return false;
        if (tab !== null) kept.set(tab.key, tab);
        if (tab !== null) tooLarge[isTooLarge ? 'add' : 'delete'](tab.key);
      }
      for (const key of kept.keys()) if (!order.includes(key)) kept.delete(key);
      for (const key of tooLarge) if (!order.includes(key)) tooLarge.delete(key);
      arrangement = arrangementOf(state);
      return true;
    },
  };
}

/** A new request into which nothing was typed is not kept. */
function keptOf({ tabs }: WorkbenchState): readonly OpenRequest[] {
  return tabs.filter((tab) => !isBlank(tab)).slice(0, MAX_OPEN_TABS);
}

function arrangementOf(state: WorkbenchState): string {
  return JSON.stringify([state.active.key, keptOf(state).map(({ key }) => key)]);
}

function keptTab(request: OpenRequest): OpenTab {
  const { key, source, isPreview, original, draft, revision } = request;
  const isInFile = source.kind === 'saved' && !isEdited(request);
  return { key, source, isPreview, unsaved: isInFile ? null : { original, draft, revision } };
}

/** `null` for a request that is gone from its file and was not edited. */
async function restoredTab(bridge: Bridge, tab: OpenTab): Promise<OpenRequest | null> {
  const { key, source, isPreview, unsaved } = tab;
  if (unsaved !== null)
    return {
      ...openRequest(key, source, unsaved.draft),
      original: unsaved.original,
      revision: unsaved.revision,
      isPreview,
    };
  if (source.kind === 'scratch') return null;
  const { collectionId, requestId: itemId } = source;
  const opened = await bridge
    .invoke('collections.getRequest', { collectionId, itemId })
    .catch(() => failed('internal'));
  if (!opened.ok) return null;
  return { ...openRequest(key, source, opened.value.draft), revision: opened.value.revision, isPreview };
}
