import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PATTERN, patternProblem } from '../../../../shared/domain/pattern-problem.ts';

describe('what keeps a text from being a regular expression', () => {
  it.each([
    'order-\\d+',
    '^(a|b)$',
    '[(]',
    '[\\]]',
    '\\(',
    '(?i:ok)',
    '(?<year>\\d{4})',
    '\\p{L}+',
    '😀?',
    '',
  ])('is nothing for %s', (pattern) => {
    expect(patternProblem(pattern)).toBeNull();
  });

  it.each([
    { pattern: '(a', problem: { kind: 'not-closed', at: 1, character: '(' } },
    { pattern: 'a(b(c)', problem: { kind: 'not-closed', at: 2, character: '(' } },
    { pattern: 'x[a-z', problem: { kind: 'not-closed', at: 2, character: '[' } },
    { pattern: '([)]', problem: { kind: 'not-closed', at: 1, character: '(' } },
    { pattern: '*', problem: { kind: 'not-read', at: 1, character: '*' } },
    { pattern: 'ab**', problem: { kind: 'not-read', at: 4, character: '*' } },
    { pattern: 'a)b', problem: { kind: 'not-read', at: 2, character: ')' } },
    { pattern: '[z-a]', problem: { kind: 'not-read', at: 4, character: 'a' } },
    { pattern: 'a{2,1}', problem: { kind: 'not-read', at: 2, character: '{' } },
    { pattern: 'ok\\q', problem: { kind: 'not-read', at: 3, character: '\\' } },
    { pattern: 'ok\\', problem: { kind: 'not-read', at: 3, character: '\\' } },
    { pattern: 'a\\-b', problem: { kind: 'not-read', at: 2, character: '\\' } },
    { pattern: 'a++b', problem: { kind: 'not-read', at: 3, character: '+' } },
  ])('is told with its place for $pattern', ({ pattern, problem }) => {
    expect(patternProblem(pattern)).toEqual(problem);
  });

  it('is its length, beyond what anybody reads', () => {
    expect(patternProblem('a'.repeat(MAX_PATTERN))).toBeNull();
    expect(patternProblem('('.repeat(MAX_PATTERN + 1))).toEqual({ kind: 'too-long' });
  });

  it('is found for any text, at one of its characters', () => {
    const texts = fc.string({
      unit: fc.constantFrom(
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        '*',
        '+',
        '?',
        '|',
        '\\',
        '^',
        '-',
        ',',
        'a',
        '1',
        ':',
        '😀',
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(texts, (pattern) => {
        const problem = patternProblem(pattern);
        if (problem === null || problem.kind === 'too-long') return;
        expect(pattern.slice(problem.at - 1).startsWith(problem.character)).toBe(true);
      }),
    );
  });
});
