import type { PlacedRequest } from './run-places.ts';

/** Requests of one folder that are sent one after the other. */
export interface SequenceGroup {
  readonly id: string;
  /** As the requests have it; empty for none. */
  readonly folder: string;
  readonly requests: readonly PlacedRequest[];
}

export type SequenceNode =
  | { readonly kind: 'group'; readonly group: SequenceGroup }
  | { readonly kind: 'request'; readonly group: SequenceGroup; readonly request: PlacedRequest };

/** Where something goes: before or behind this request. */
export interface SequencePlace {
  readonly id: string;
  readonly side: 'before' | 'after';
}

/** In their order; a folder that others stand between comes several times. */
export function groupsOf(requests: readonly PlacedRequest[]): readonly SequenceGroup[] {
  const groups: { id: string; folder: string; requests: PlacedRequest[] }[] = [];
  for (const request of requests) {
    const last = groups.at(-1);
    if (last?.folder === request.folder) last.requests.push(request);
    else groups.push({ id: `group ${request.id}`, folder: request.folder, requests: [request] });
  }
  return groups;
}

export function requestsOfNode(node: SequenceNode): readonly PlacedRequest[] {
  return node.kind === 'group' ? node.group.requests : [node.request];
}

/** The order with what the node stands for at another place; the same when that is no other place. */
export function movedTo(
  order: readonly string[],
  node: SequenceNode,
  place: SequencePlace,
): readonly string[] {
  const block = requestsOfNode(node).map(({ id }) => id);
  const moved = new Set(block);
  if (moved.has(place.id)) return order;
  const others = order.filter((id) => !moved.has(id));
  const at = others.indexOf(place.id) + (place.side === 'after' ? 1 : 0);
  return [...others.slice(0, at), ...block, ...others.slice(at)];
}

/** One step up or down: a group over a group, a request over a request or over a folder that is closed. `null` at the end. */
export function placeOfStep(
  groups: readonly SequenceGroup[],
  node: SequenceNode,
  { by, isClosed }: { readonly by: -1 | 1; readonly isClosed: (group: SequenceGroup) => boolean },
): SequencePlace | null {
  const { group } = node;
  const at = node.kind === 'request' ? group.requests.indexOf(node.request) : -1;
  const within = node.kind === 'request' ? group.requests[at + by] : undefined;
  const side = by < 0 ? 'before' : 'after';
  if (within !== undefined) return { id: within.id, side };
  const next = groups[groups.indexOf(group) + by];
  if (next === undefined) return null;
  const isPassedWhole = node.kind === 'group' || isClosed(next);
  // The far end of what is passed, or the one request that is nearest.
  const passed = next.requests.at(by < 0 === isPassedWhole ? 0 : -1);
  return passed === undefined ? null : { id: passed.id, side };
}

/** Where what is dropped on a row goes: with a group before its first request or behind its last. */
export function placeOfDrop(target: SequenceNode, side: SequencePlace['side']): SequencePlace | null {
  const all = requestsOfNode(target);
  const request = side === 'before' ? all[0] : all.at(-1);
  return request === undefined ? null : { id: request.id, side };
}
