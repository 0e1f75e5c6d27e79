import { describe, expect, it } from 'vitest';
import {
  groupsOf,
  movedTo,
  placeOfDrop,
  placeOfStep,
  type SequenceNode,
} from '../../../../renderer/features/runs/request-sequence.ts';
import type { PlacedRequest } from '../../../../renderer/features/runs/run-places.ts';
import { selectionRows } from '../../../../renderer/features/runs/selection-rows.ts';

/** `a1` stands in the folder `a`; `1` in none. */
function sequence(text: string): readonly PlacedRequest[] {
  return text.split(' ').map((id) => ({ id, name: id, method: 'GET', folder: id.replace(/\d+$/, '') }));
}

function node(text: string, wanted: string): SequenceNode {
  for (const group of groupsOf(sequence(text))) {
    if (group.id === wanted) return { kind: 'group', group };
    const request = group.requests.find(({ id }) => id === wanted);
    if (request !== undefined) return { kind: 'request', group, request };
  }
  throw new Error(wanted);
}

interface Step {
  readonly wanted: string;
  readonly by: -1 | 1;
  readonly closed?: readonly string[];
}

function stepped(text: string, { wanted, by, closed = [] }: Step): string {
  const groups = groupsOf(sequence(text));
  const found = groups.find(
    ({ id, requests }) => id === wanted || requests.some((each) => each.id === wanted),
  );
  if (found === undefined) throw new Error(wanted);
  const request = found.requests.find(({ id }) => id === wanted);
  const one: SequenceNode =
    request === undefined ? { kind: 'group', group: found } : { kind: 'request', group: found, request };
  const place = placeOfStep(groups, one, { by, isClosed: ({ id }) => closed.includes(id) });
  return place === null ? 'nowhere' : movedTo(text.split(' '), one, place).join(' ');
}

describe('the order of the requests of a run', () => {
  it('is grouped by folder; a folder that others stand between comes several times', () => {
    const groups = groupsOf(sequence('a1 a2 1 a3 b1'));
    expect(groups.map(({ folder, requests }) => [folder, requests.length])).toEqual([
      ['a', 2],
      ['', 1],
      ['a', 1],
      ['b', 1],
    ]);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(4);
  });

  it.each<Step & { readonly what: string; readonly after: string }>([
    { what: 'a request over its neighbour', wanted: 'a2', by: -1, after: 'a2 a1 a3 1 b1 b2' },
    { what: 'a request under its neighbour', wanted: 'a2', by: 1, after: 'a1 a3 a2 1 b1 b2' },
    { what: 'the first of all nowhere', wanted: 'a1', by: -1, after: 'nowhere' },
    { what: 'the last of a folder out of it', wanted: 'a3', by: 1, after: 'a1 a2 1 a3 b1 b2' },
    { what: 'a request into an open folder', wanted: '1', by: -1, after: 'a1 a2 1 a3 b1 b2' },
    {
      ...{ what: 'a request over a closed folder', wanted: '1', by: -1 },
      ...{ closed: ['group a1'], after: '1 a1 a2 a3 b1 b2' },
    },
    {
      ...{ what: 'a request under a closed folder', wanted: '1', by: 1 },
      ...{ closed: ['group b1'], after: 'a1 a2 a3 b1 b2 1' },
    },
    { what: 'a folder over what is above it', wanted: 'group b1', by: -1, after: 'a1 a2 a3 b1 b2 1' },
    { what: 'a folder under what is below it', wanted: 'group a1', by: 1, after: '1 a1 a2 a3 b1 b2' },
    { what: 'the last folder nowhere', wanted: 'group b1', by: 1, after: 'nowhere' },
  ])('moves $what', ({ after, ...step }) => {
    expect(stepped('a1 a2 a3 1 b1 b2', step)).toBe(after);
  });

  it('takes what is dropped before or behind a request, and before or behind a whole folder', () => {
    const text = 'a1 a2 1 b1 b2';
    const order = text.split(' ');
    const drop = (what: string, on: string, side: 'before' | 'after') => {
      const place = placeOfDrop(node(text, on), side);
      return place === null ? null : movedTo(order, node(text, what), place).join(' ');
    };
    expect(drop('b2', 'a1', 'before')).toBe('b2 a1 a2 1 b1');
    expect(drop('a1', 'group b1', 'after')).toBe('a2 1 b1 b2 a1');
    expect(drop('group b1', 'group a1', 'before')).toBe('b1 b2 a1 a2 1');
    expect(drop('group b1', 'b1', 'before')).toBe(text);
  });

  it('is shown with what is in a closed folder hidden, each row with its place', () => {
    const groups = groupsOf(sequence('a1 a2 1 b1'));
    const options = { closed: new Set(['group b1']), leftOut: new Set(['a2']), unnamed: 'Without a name' };
    const rows = selectionRows(groups, options);
    expect(rows.map(({ label, level, isSelected }) => [label, level, isSelected])).toEqual([
      ['a', 1, false],
      ['GET a1', 2, true],
      ['GET a2', 2, false],
      ['GET 1', 1, true],
      ['b', 1, true],
    ]);
    expect(rows.map(({ position, siblingCount }) => [position, siblingCount])).toEqual([
      [1, 3],
      [1, 2],
      [2, 2],
      [2, 3],
      [3, 3],
    ]);
    expect(rows.map(({ isExpanded }) => isExpanded)).toEqual([true, null, null, null, false]);
  });
});
