import { isEdited, type OpenRequest } from './open-request.ts';

/** The open requests in the order of their tabs. `active` is one of them, so there is always one. */
export interface OpenTabs {
  readonly tabs: readonly OpenRequest[];
  readonly active: OpenRequest;
  /** Requests that were closed, the last one at the end, with what was typed into them. */
  readonly closed: readonly OpenRequest[];
}

/** As many closed requests can be opened again. */
const KEPT_CLOSED = 20;

/** A new request into which nothing was typed. */
export function isBlank(request: OpenRequest): boolean {
  return request.source.kind === 'scratch' && !isEdited(request) && request.draft.url === '';
}

/** Whether its tab is given to the next request that is opened. */
function givesWay(request: OpenRequest): boolean {
  return isBlank(request) || (request.isPreview && !isEdited(request));
}

/** Shows a request: in its own tab, else in one that gives way, else in a new one behind the active one. */
export function withOpened(state: OpenTabs, request: OpenRequest): OpenTabs {
  const { tabs, active } = state;
  const own = tabs.find(({ key }) => key === request.key);
  if (own !== undefined) return { ...state, active: own };
  const place = givesWay(active) ? active : tabs.find(givesWay);
  if (place !== undefined)
    return { ...state, tabs: tabs.map((tab) => (tab === place ? request : tab)), active: request };
  const at = tabs.indexOf(active) + 1;
  return { ...state, tabs: tabs.toSpliced(at, 0, request), active: request };
}

/** Changes one open request. A change of its key is one as well. */
export function withChanged(
  state: OpenTabs,
  key: string,
  change: (request: OpenRequest) => OpenRequest,
): OpenTabs {
  const before = state.tabs.find((tab) => tab.key === key);
  if (before === undefined) return state;
  const after = change(before);
  return {
    ...state,
    tabs: state.tabs.map((tab) => (tab === before ? after : tab)),
    active: state.active === before ? after : state.active,
  };
}

/** Closes tabs; the neighbour of the active one is shown. `blank` stands where nothing would be left. */
export function withClosed(state: OpenTabs, keys: ReadonlySet<string>, blank: () => OpenRequest): OpenTabs {
  const gone = state.tabs.filter(({ key }) => keys.has(key));
  const left = state.tabs.filter(({ key }) => !keys.has(key));
  const tabs = left.length === 0 ? [blank()] : left;
  const closed = [...state.closed, ...gone.filter((tab) => !isBlank(tab))].slice(-KEPT_CLOSED);
  return { tabs, active: neighbour(state, left) ?? first(tabs), closed };
}

function neighbour({ tabs, active }: OpenTabs, left: readonly OpenRequest[]): OpenRequest | undefined {
  const at = tabs.indexOf(active);
  return tabs.slice(at).find((tab) => left.includes(tab)) ?? left.at(-1);
}

function first(tabs: readonly OpenRequest[]): OpenRequest {
  const [tab] = tabs;
  if (tab === undefined) throw new Error('There is always an open request');
  return tab;
}

/** Opens what was closed last again, with what was typed into it. */
export function withReopened(state: OpenTabs): OpenTabs {
  const last = state.closed.at(-1);
  if (last === undefined) return state;
  return withOpened({ ...state, closed: state.closed.slice(0, -1) }, { ...last, isPreview: false });
}

/** The tabs of the last time, before those that are open by now. What is worked on already stays in view. */
export function withRestored(
  state: OpenTabs,
  restored: readonly OpenRequest[],
  activeKey: string | null,
): OpenTabs {
  const since = state.tabs.filter((tab) => !isBlank(tab));
  const tabs = [...restored.filter(({ key }) => since.every((tab) => tab.key !== key)), ...since];
  const [first] = tabs;
  if (first === undefined) return state;
  if (!isBlank(state.active)) return { ...state, tabs };
  return { ...state, tabs, active: tabs.find(({ key }) => key === activeKey) ?? first };
}

/** The tab that is so many steps after the active one, around the end. */
export function tabBeside({ tabs, active }: OpenTabs, steps: number): OpenRequest {
  const at = (tabs.indexOf(active) + steps + tabs.length) % tabs.length;
  return tabs[at] ?? active;
}

/** Puts a tab before another; `null`: at the end. */
export function withMoved(state: OpenTabs, key: string, beforeKey: string | null): OpenTabs {
  const moved = state.tabs.find((tab) => tab.key === key);
  if (moved === undefined || key === beforeKey) return state;
  const others = state.tabs.filter((tab) => tab !== moved);
  const at = others.findIndex((tab) => tab.key === beforeKey);
  return { ...state, tabs: others.toSpliced(at === -1 ? others.length : at, 0, moved) };
}
