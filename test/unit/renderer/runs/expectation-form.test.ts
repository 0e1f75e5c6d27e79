import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../../../shared/domain/run.ts';
import { draftOf, readExpectation } from '../../../../renderer/features/runs/expectation-form.ts';

const all: readonly Expectation[] = [
  { kind: 'status', status: 404 },
  { kind: 'status-class', statusClass: 2 },
  { kind: 'header-exists', name: 'ETag' },
  { kind: 'header-equals', name: 'Content-Type', value: 'text/plain' },
  { kind: 'body-contains', text: ' Ada ' },
  { kind: 'json-path-equals', path: '$.items[0].id', value: '7' },
  { kind: 'header-matches', name: 'Content-Type', value: 'text/*' },
  { kind: 'body-lacks', text: 'error' },
  { kind: 'json-path-exists', path: '$.id' },
  { kind: 'json-path-not-equals', path: '$.id', value: '8' },
  { kind: 'json-path-contains', path: '$.tags', value: 'a' },
  { kind: 'json-path-matches', path: '$.name', value: 'A*' },
  { kind: 'json-path-less', path: '$.id', number: 7.5 },
  { kind: 'json-path-greater', path: '$.id', number: -3 },
  { kind: 'time-under', milliseconds: 500 },
];

describe('an expectation that is typed', () => {
  it.each(all)('comes to the same as what was kept: $kind', (expectation) => {
    const draft = draftOf({ requestId: null, expectation }, 1);
    expect(readExpectation(draft)).toEqual({ kind: 'valid', expectation });
  });

  it.each([
    ['status', '99'],
    ['status', '2xx'],
    ['status-class', '6'],
    ['time-under', '0'],
    ['header-exists', 'not a name'],
    ['json-path-equals', 'items'],
    ['json-path-exists', 'items'],
    ['json-path-less', '$.id'],
  ] as const)('says what is wrong: %s %s', (kind, first) => {
    expect(readExpectation({ id: 1, requestId: null, kind, first, second: '' }).kind).toBe('invalid');
  });

  it('takes a class as 2 or as 2xx', () => {
    const read = readExpectation({ id: 1, requestId: null, kind: 'status-class', first: '2xx', second: '' });
    expect(read).toEqual({ kind: 'valid', expectation: { kind: 'status-class', statusClass: 2 } });
  });

  it('is not there before anything was typed', () => {
    const read = readExpectation({ id: 1, requestId: null, kind: 'status', first: ' ', second: '' });
    expect(read.kind).toBe('empty');
  });
});
