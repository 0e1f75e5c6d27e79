import type { Expectation, RunExpectation } from '../../../shared/domain/run.ts';

export type ExpectationKind = Expectation['kind'];

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

interface FieldText {
  readonly label: string;
  readonly placeholder: string;
}

interface KindText {
  readonly id: ExpectationKind;
  readonly label: string;
  readonly first: FieldText;
  /** `null`: one field says it all. */
  readonly second: FieldText | null;
  readonly isNumber?: boolean;
}

/** In the order in which they are offered. */
export const EXPECTATION_KINDS: readonly KindText[] = [
  {
    ...{ id: 'status', label: 'Status is', isNumber: true },
    ...{ first: { label: 'Status', placeholder: '200' }, second: null },
  },
  {
    ...{ id: 'status-class', label: 'Status is of class', isNumber: true },
    ...{ first: { label: 'Class', placeholder: '2 for 200 to 299' }, second: null },
  },
  {
    ...{ id: 'header-exists', label: 'Header is there' },
    ...{ first: { label: 'Header', placeholder: 'ETag' }, second: null },
  },
  {
    ...{ id: 'header-equals', label: 'Header is' },
    first: { label: 'Header', placeholder: 'Content-Type' },
    second: { label: 'Value', placeholder: 'application/json' },
  },
  {
    ...{ id: 'body-contains', label: 'Body contains' },
    ...{ first: { label: 'Text', placeholder: 'Ada' }, second: null },
  },
  {
    ...{ id: 'json-path-equals', label: 'JSONPath is' },
    first: { label: 'JSONPath', placeholder: '$.items[0].id' },
    second: { label: 'Value', placeholder: '7, or any text' },
  },
  {
    ...{ id: 'time-under', label: 'Time is under (ms)', isNumber: true },
    ...{ first: { label: 'Milliseconds', placeholder: '500' }, second: null },
  },
];

const byId = new Map(EXPECTATION_KINDS.map((kind) => [kind.id, kind]));

export function kindText(kind: ExpectationKind): KindText {
  const text = byId.get(kind);
  if (text === undefined) throw new Error(`There is no text for ${kind}`);
  return text;
}

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
  | { readonly kind: 'invalid'; readonly field: 'first' | 'second'; readonly message: string };

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
      return HEADER_NAME.test(text) ? valid({ kind, name: text }) : invalid('This is no name of a header.');
    case 'header-equals':
      return HEADER_NAME.test(text)
        ? valid({ kind, name: text, value: second })
        : invalid('This is no name of a header.');
    case 'body-contains':
      return valid({ kind, text: first });
    case 'json-path-equals':
      if (!text.startsWith('$')) return invalid('A JSONPath begins with $.');
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
  return invalid(`A whole number from ${String(least)} to ${most.toLocaleString()}.`);
}

function valid(expectation: Expectation): ReadExpectation {
  return { kind: 'valid', expectation };
}

function invalid(message: string): ReadExpectation {
  return { kind: 'invalid', field: 'first', message };
}
