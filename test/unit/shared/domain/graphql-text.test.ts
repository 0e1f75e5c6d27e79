import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphqlOperations, graphqlPieces } from '../../../../shared/domain/graphql-text.ts';
import { threadCpuMs } from '../../../support/cpu-time.ts';

describe('the operations of a GraphQL text', () => {
  it.each([
    ['', 0, []],
    ['{ me { id } }', 1, []],
    ['query { me }', 1, []],
    ['query A($a: In = { x: [1] }, $b: String = "query C") @d(on: true) { me(a: $a) { query } }', 1, ['A']],
    ['query A { a }\nmutation B { b } subscription C{c} query A { a }', 4, ['A', 'B', 'C']],
    ['fragment query on mutation { a } query query { ...query }', 1, ['query']],
    ['# query A { a }\nquery B { b(s: """query C { "" } \\""" """) } type T { query: Q }', 1, ['B']],
    ['{{whole}}', 1, []],
    ['query A { a', 1, ['A']],
    ['query A { a(s: "open\n) } query B { b }', 2, ['A', 'B']],
    ['}}} query A { a }', 1, ['A']],
  ])('of %j are counted and named', (text, count, names) => {
    expect(graphqlOperations(text)).toEqual({ count, names });
  });

  it('are looked for in pieces that make up the whole text, in time that grows with its length', () => {
    const part = fc.constantFrom('"', '"""', '\\', '#', '\n', 'a', '{', '}', 'query ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const pieces = graphqlPieces(text).map(({ start, end }) => text.slice(start, end));
        expect(pieces.join('')).toBe(text);
      }),
    );
    const costOf = (text: string): number => {
      const before = threadCpuMs();
      graphqlOperations(text);
      return threadCpuMs() - before;
    };
    for (const each of ['"', '"""', '\\"', '#', 'query a', '{', '"a\n'])
      expect(costOf(each.repeat(50_000)) < 40 * Math.max(5, costOf(each.repeat(5_000)))).toBe(true);
  });
});
