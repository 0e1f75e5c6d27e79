import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arranged, selected, selectionOf } from '../../../../shared/domain/run-selection.ts';

const there = ['a', 'b', 'c', 'd'];

describe('which requests of a collection are run', () => {
  it('are all in its order as long as nothing was chosen, and nothing is kept of that', () => {
    expect(selected(there, undefined)).toBe(there);
    expect(selectionOf({ there, order: there, leftOut: new Set(['gone']) })).toBeUndefined();
  });

  it('are those that were not left out, in the order that was chosen', () => {
    expect(selected(there, { leftOut: ['b', 'gone'], order: null })).toEqual(['a', 'c', 'd']);
    expect(selected(there, { leftOut: ['b'], order: ['d', 'b', 'c', 'a'] })).toEqual(['d', 'c', 'a']);
  });

  it('stay behind the one that they follow when they came later, and leave no hole when they went', () => {
    expect(arranged(there, ['c', 'gone', 'a', 'c'])).toEqual(['c', 'd', 'a', 'b']);
    expect(arranged(['new', ...there], ['b', 'a', 'd', 'c'])).toEqual(['new', 'b', 'a', 'd', 'c']);
  });

  it('are kept as no more than was chosen', () => {
    const leftOut = new Set(['c']);
    expect(selectionOf({ there, order: there, leftOut })).toEqual({ leftOut: ['c'], order: null });
    const order = ['b', 'a', 'c', 'd'];
    expect(selectionOf({ there, order, leftOut: new Set() })).toEqual({ leftOut: [], order });
  });

  it('are each sent once at most, whatever order was kept', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 2 }));
    const any = fc.array(fc.string({ minLength: 1, maxLength: 2 }));
    fc.assert(
      fc.property(ids, any, any, (present, order, leftOut) => {
        expect([...arranged(present, order)].sort()).toEqual([...present].sort());
        const sent = selected(present, { order, leftOut });
        const wanted = present.filter((id) => !leftOut.includes(id));
        expect([...sent].sort()).toEqual([...wanted].sort());
      }),
    );
  });
});
