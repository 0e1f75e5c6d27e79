import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonProblemOf, MAX_JSON_DEPTH, readGuarded } from '../../../electron/local-api/json-guard.ts';
import { threadCpuMs } from '../../support/cpu-time.ts';
import { holds } from '../../support/holds.ts';

const problemOf = (text: string): string | null => jsonProblemOf(Buffer.from(text));

describe('the JSON guard', holds('api.json'), () => {
  it.each([
    '{}',
    'null',
    '"text"',
    '[1, "a", {"b": [true]}]',
    '{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}',
    '{"a": "{\\"a\\": 1, \\"a\\": 2}"}',
    '["a", "a", "__proto__"]',
    '{"a": "__proto__", "b": "a", "\\\\": 1, "\\"": 2}',
  ])('accepts %s', (text) => {
    expect(problemOf(text)).toBeNull();
  });

  it.each([
    ['{"a": 1, "a": 2}', 'duplicate-key'],
    ['{"a": 1, "b": [], "\\u0061": 2}', 'duplicate-key'],
    ['[{"x": {"a": [1, {}], "a": 2}}]', 'duplicate-key'],
    ['{"__proto__": {"isAdmin": true}}', 'forbidden-key'],
    ['{"a": [{"\\u005f_proto__": 1}]}', 'forbidden-key'],
    ['{"a": 1,}', 'not-json'],
    ['{"a": 1} {"b": 2}', 'not-json'],
    ['{"a\n": 1}', 'not-json'],
    ['{a: 1}', 'not-json'],
    ['[1}', 'not-json'],
    ['{"a', 'not-json'],
    ['"\\', 'not-json'],
    ['NaN', 'not-json'],
    ['', 'not-json'],
    ['\ufeff{}', 'not-json'],
  ])('refuses %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('refuses what is not UTF-8', () => {
    expect(jsonProblemOf(Buffer.from([0x22, 0xff, 0x22]))).toBe('not-utf-8');
    expect(jsonProblemOf(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))).toBe('not-utf-8');
    expect(jsonProblemOf(Buffer.from('{}', 'utf16le'))).toBe('not-json');
  });

  it('accepts the greatest depth and refuses one more', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(problemOf(nested(MAX_JSON_DEPTH))).toBeNull();
    expect(problemOf(nested(MAX_JSON_DEPTH + 1))).toBe('too-deep');
    expect(problemOf('{"a":'.repeat(200_000))).toBe('too-deep');
  });

  it('accepts whatever JSON.stringify makes, unless a key is forbidden', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 20 }), (text) => {
        expect(problemOf(text)).toBe(text.includes('"__proto__":') ? 'forbidden-key' : null);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('says of a text the same however it is printed, and has its value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 20 }), fc.constantFrom('\t', ' ', '    '), (text, indent) => {
        const value: unknown = JSON.parse(text);
        const printed = JSON.stringify(value, null, indent);
        for (const each of [printed, `${printed}\n`, printed.replaceAll('\n', '\r\n')]) {
          const json = readGuarded(Buffer.from(each));
          if (text.includes('"__proto__":')) expect(json).toEqual({ kind: 'bad', problem: 'forbidden-key' });
          else expect(json).toEqual({ kind: 'good', text: each, value });
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('finds in a printed text what is wrong with it', () => {
    const printed = (value: unknown): string => JSON.stringify(value, null, 2);
    const nested = (depth: number, inner: unknown): unknown =>
      depth === 0 ? inner : [nested(depth - 1, inner)];
    expect(problemOf(printed({ a: 1, c: 2 }).replace('"c"', '"a"'))).toBe('duplicate-key');
    expect(problemOf(printed({ a: { d: [], c: 2 } }).replace('"c"', '"\\u0064"'))).toBe('duplicate-key');
    expect(problemOf(printed({ b: { a: 1 } }).replace('"a"', '"__proto__"'))).toBe('forbidden-key');
    expect(problemOf(`${printed({ a: 1 })}\n{}`)).toBe('not-json');
    expect(problemOf(printed([1]).replace('1', '01'))).toBe('not-json');
    expect(problemOf(printed(nested(MAX_JSON_DEPTH, 1)))).toBeNull();
    expect(problemOf(printed(nested(MAX_JSON_DEPTH, [])))).toBe('too-deep');
    expect(problemOf(printed(nested(MAX_JSON_DEPTH, {})))).toBe('too-deep');
    expect(problemOf(printed(nested(MAX_JSON_DEPTH, [1])))).toBe('too-deep');
    expect(problemOf(`{\n  "a": ${'['.repeat(200_000)}`)).toBe('too-deep');
  });

  it('agrees with JSON.parse on what is no JSON', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('{}[],:"\\ a1-.eE')), maxLength: 12 }),
        (text) => {
          const problem = problemOf(text);
          if (problem === null) expect(() => void JSON.parse(text)).not.toThrow();
          if (problem === 'not-json') expect(() => void JSON.parse(text)).toThrow(SyntaxError);
        },
      ),
      { seed: 1, numRuns: 5_000 },
    );
  });

  it.each<[string, (length: number) => string]>([
    ['backslashes in one string', (length) => `["${'\\\\'.repeat(length / 2)}"]`],
    ['escaped quotes in one string', (length) => `["${'\\"'.repeat(length / 2)}"]`],
    ['escaped quotes in one key', (length) => `{"${'\\"'.repeat(length / 2)}": 1}`],
    ['a string that is never closed', (length) => `["${'\\"'.repeat(length / 2)}`],
    ['short strings', (length) => `[${'"\\\\",'.repeat(length / 5)}1]`],
    [
      'an indented text that is not printed so',
      (length) => `{\n "a": [${'"\\u0041",'.repeat(length / 9)}1]}`,
    ],
  ])('takes no longer for %s in one long text than in many short ones', (_shape, textOf) => {
    const SHORT = 8 * 1024;
    const TIMES = 32;
    const cost = (length: number, times: number): number => {
      const bytes = Buffer.from(textOf(length));
      const before = threadCpuMs();
      for (let time = 0; time < times; time += 1) jsonProblemOf(bytes);
      return threadCpuMs() - before;
    };
    cost(SHORT, TIMES);
    const [inOne, inMany] = [cost(SHORT * TIMES, 8), cost(SHORT, TIMES * 8)];
    // A pass that goes back to the beginning at each quote takes 32 times as long.
    expect(inOne).toBeLessThan(6 * Math.max(10, inMany));
  });
});
