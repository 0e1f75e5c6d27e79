import { patternProblem } from '../../../shared/domain/pattern-problem.ts';
import type { ExpectationKind, ExpectationProblem } from '../../../shared/domain/expectation-problem.ts';
import type { Expectation, RunExpectation } from '../../../shared/domain/run.ts';

/** In which of its fields an expectation has its problem. */
export function cellOf({ kind }: ExpectationProblem, expected: ExpectationKind): 'first' | 'second' {
  const isSecond = kind === 'any-number' || kind === 'pattern' || kind === 'no-pattern';
  return isSecond && expected !== 'body-regex' ? 'second' : 'first';
}

/** An expectation as it is being typed. What its fields mean depends on its kind. */
export interface ExpectationDraft {
  /** Of the row alone: it keeps its place and its focus by it. */
  readonly id: number;
  /** `null`: of all requests. */
  readonly requestId: string | null;
  readonly kind: ExpectationKind;
  readonly first: string;
  readonly second: string;
}

/** In the order in which they are offered. */
export const EXPECTATION_KINDS: readonly ExpectationKind[] = [
  'status',
  'status-class',
  'header-exists',
  'header-equals',
  'header-matches',
  'header-regex',
  'body-contains',
  'body-lacks',
  'body-regex',
  'json-path-exists',
  'json-path-equals',
  'json-path-not-equals',
  'json-path-contains',
  'json-path-matches',
  'json-path-regex',
  'json-path-less',
  'json-path-greater',
  'time-under',
];

export function draftOf({ requestId, expectation }: RunExpectation, id: number): ExpectationDraft {
  const [first, second] = fieldsOf(expectation);
  return { id, requestId, kind: expectation.kind, first, second };
}

function fieldsOf(expectation: Expectation): readonly [first: string, second: string] {
  switch (expectation.kind) {
    case 'status':
      return [String(expectation.status), ''];
    case 'status-class':
      return [String(expectation.statusClass), ''];
    case 'header-exists':
      return [expectation.name, ''];
    case 'header-equals':
    case 'header-matches':
      return [expectation.name, expectation.value];
    case 'header-regex':
      return [expectation.name, expectation.pattern];
    case 'body-regex':
      return [expectation.pattern, ''];
    case 'json-path-regex':
      return [expectation.path, expectation.pattern];
    case 'body-contains':
    case 'body-lacks':
      return [expectation.text, ''];
    case 'json-path-exists':
      return [expectation.path, ''];
    case 'json-path-equals':
    case 'json-path-not-equals':
    case 'json-path-contains':
    case 'json-path-matches':
      return [expectation.path, expectation.value];
    case 'json-path-less':
    case 'json-path-greater':
      return [expectation.path, String(expectation.number)];
    case 'time-under':
      return [String(expectation.milliseconds), ''];
  }
}

export type ReadExpectation =
  | { readonly kind: 'valid'; readonly expectation: Expectation }
  /** Nothing was typed yet: it counts as not there. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly problem: ExpectationProblem };

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/;

/** What a draft comes to. */
export function readExpectation({ kind, first, second }: ExpectationDraft): ReadExpectation {
  const text = first.trim();
  if (text === '' && second.trim() === '') return { kind: 'empty' };
  switch (kind) {
    case 'status':
      return numberBetween(text, [100, 599], (status) => ({ kind, status }));
    case 'status-class':
      return numberBetween(text.replace(/xx$/i, ''), [1, 5], (statusClass) => ({ kind, statusClass }));
    case 'time-under':
      return numberBetween(text, [1, 3_600_000], (milliseconds) => ({ kind, milliseconds }));
    case 'header-exists':
      return HEADER_NAME.test(text) ? valid({ kind, name: text }) : invalid({ kind: 'header-name' });
    case 'header-equals':
    case 'header-matches':
      return HEADER_NAME.test(text)
        ? valid({ kind, name: text, value: second })
        : invalid({ kind: 'header-name' });
    case 'header-regex':
      if (!HEADER_NAME.test(text)) return invalid({ kind: 'header-name' });
      return withPattern(second, (pattern) => ({ kind, name: text, pattern }));
    case 'body-contains':
    case 'body-lacks':
      return valid({ kind, text: first });
    case 'body-regex':
      return withPattern(first, (pattern) => ({ kind, pattern }));
    case 'json-path-exists':
      return isPath(text) ? valid({ kind, path: text }) : invalid({ kind: 'json-path' });
    case 'json-path-equals':
    case 'json-path-not-equals':
    case 'json-path-contains':
    case 'json-path-matches':
      return isPath(text) ? valid({ kind, path: text, value: second }) : invalid({ kind: 'json-path' });
    case 'json-path-regex':
      if (!isPath(text)) return invalid({ kind: 'json-path' });
      return withPattern(second, (pattern) => ({ kind, path: text, pattern }));
    case 'json-path-less':
    case 'json-path-greater': {
      if (!isPath(text)) return invalid({ kind: 'json-path' });
      const number = NUMBER.test(second.trim()) ? Number(second) : Number.NaN;
      return Number.isFinite(number) ? valid({ kind, path: text, number }) : invalid({ kind: 'any-number' });
    }
  }
}

function withPattern(pattern: string, make: (pattern: string) => Expectation): ReadExpectation {
  if (pattern === '') return invalid({ kind: 'no-pattern' });
  const problem = patternProblem(pattern);
  return problem === null ? valid(make(pattern)) : invalid({ kind: 'pattern', problem });
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

function isPath(text: string): boolean {
  return text.startsWith('$');
}

function numberBetween(
  text: string,
  [least, most]: readonly [number, number],
  make: (value: number) => Expectation,
): ReadExpectation {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return valid(make(value));
  return invalid({ kind: 'number', least, most });
}

function valid(expectation: Expectation): ReadExpectation {
  return { kind: 'valid', expectation };
}

function invalid(problem: ExpectationProblem): ReadExpectation {
  return { kind: 'invalid', problem };
}
