import type { TreeRow } from '../../ui/tree-grid.tsx';
import type { SequenceGroup, SequenceNode } from './request-sequence.ts';
import type { PlacedRequest } from './run-places.ts';

export interface RowsOptions {
  /** The ids of groups whose requests are not shown. */
  readonly closed: ReadonlySet<string>;
  readonly leftOut: ReadonlySet<string>;
  readonly unnamed: string;
}

/** The rows of the list: each folder with its requests under it; what stands in none is at the top. */
export function selectionRows(
  groups: readonly SequenceGroup[],
  { closed, leftOut, unnamed }: RowsOptions,
): readonly TreeRow<SequenceNode>[] {
  const siblingCount = groups.reduce(
    (sum, group) => sum + (group.folder === '' ? group.requests.length : 1),
    0,
  );
  let position = 0;
  const isSent = ({ id }: PlacedRequest) => !leftOut.has(id);
  return groups.flatMap((group) => {
    const requestRow = (request: PlacedRequest) => ({
      id: request.id,
      value: { kind: 'request', group, request } as const,
      label: `${request.method} ${request.name === '' ? unnamed : request.name}`,
      isExpanded: null,
      isSelected: isSent(request),
    });
    if (group.folder === '')
      return group.requests.map((request) => ({
        ...{ ...requestRow(request), level: 1, siblingCount },
        position: (position += 1),
      }));
    const isExpanded = !closed.has(group.id);
    const head: TreeRow<SequenceNode> = {
      ...{ id: group.id, value: { kind: 'group', group }, label: group.folder, level: 1 },
      ...{ isExpanded, siblingCount, isSelected: group.requests.every(isSent) },
      position: (position += 1),
    };
    const under = (isExpanded ? group.requests : []).map((request, index) => ({
      ...{ ...requestRow(request), level: 2, position: index + 1 },
      siblingCount: group.requests.length,
    }));
    return [head, ...under];
  });
}
