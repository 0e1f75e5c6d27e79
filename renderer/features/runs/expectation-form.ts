import type { ExpectationKind, ExpectationProblem } from '../../../shared/domain/expectation-problem.ts';
import type { Expectation, RunExpectation } from '../../../shared/domain/run.ts';

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
  'body-contains',
  'json-path-equals',
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
      return [expectation.name, expectation.value];
    case 'body-contains':
      return [expectation.text, ''];
    case 'json-path-equals':
      return [expectation.path, expectation.value];
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
      return HEADER_NAME.test(text)
        ? valid({ kind, name: text, value: second })
        : invalid({ kind: 'header-name' });
    case 'body-contains':
      return valid({ kind, text: first });
    case 'json-path-equals':
      if (!text.startsWith('$')) return invalid({ kind: 'json-path' });
      return valid({ kind, path: text, value: second });
  }
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
