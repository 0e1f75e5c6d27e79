import { describe, expect, it } from 'vitest';
import { appError } from '../../../shared/domain/app-error.ts';
import type { Exchange, Response } from '../../../shared/domain/exchange.ts';
import type { Expectation } from '../../../shared/domain/run.ts';
import { checkExpectations, loadJsonPath, needsBody } from '../../../electron/runs/check-expectations.ts';

const lookUp = await loadJsonPath();
const json = { id: 7, user: { name: 'Ada', tags: ['a', 'b'] }, items: [{ n: 1 }, { n: 2 }] };

function response(changes: Partial<Response> = {}): Exchange['outcome'] {
  const headers = [
    { name: 'Content-Type', value: 'application/json', isSecret: false },
    { name: 'X-Tag', value: 'one', isSecret: false },
    { name: 'X-Tag', value: 'two', isSecret: false },
    { name: 'Set-Cookie', value: 'sid=very-private', isSecret: false },
  ];
  const timings = { dns: null, connect: null, tls: null, firstByte: 1, download: 1, total: 42 };
  return {
    kind: 'response',
    response: {
      ...{ status: 201, statusText: 'Created', headers, contentType: 'application/json', timings },
      ...{
        body: { kind: 'text', text: JSON.stringify(json), isTruncated: false },
        wireBytes: 1,
        bodyBytes: 1,
      },
      isRedacted: false,
      ...changes,
    },
  };
}

const isMet = (expectation: Expectation, outcome = response()): boolean | undefined =>
  checkExpectations([expectation], outcome, lookUp)[0]?.isMet;
const foundBy = (expectation: Expectation, outcome = response()): string | undefined =>
  checkExpectations([expectation], outcome, lookUp)[0]?.found;

describe('an expectation', () => {
  it.each<[Expectation, boolean]>([
    [{ kind: 'status', status: 201 }, true],
    [{ kind: 'status', status: 200 }, false],
    [{ kind: 'status-class', statusClass: 2 }, true],
    [{ kind: 'status-class', statusClass: 4 }, false],
    [{ kind: 'header-exists', name: 'x-tag' }, true],
    [{ kind: 'header-exists', name: 'x-other' }, false],
    [{ kind: 'header-equals', name: 'content-type', value: 'application/json' }, true],
    [{ kind: 'header-equals', name: 'X-Tag', value: 'two' }, true],
    [{ kind: 'header-equals', name: 'X-Tag', value: 'one, two' }, true],
    [{ kind: 'header-equals', name: 'X-Tag', value: 'three' }, false],
    [{ kind: 'body-contains', text: '"Ada"' }, true],
    [{ kind: 'body-contains', text: 'Grace' }, false],
    [{ kind: 'json-path-equals', path: '$.id', value: '7' }, true],
    [{ kind: 'json-path-equals', path: '$.id', value: '8' }, false],
    [{ kind: 'json-path-equals', path: '$.user.name', value: 'Ada' }, true],
    [{ kind: 'json-path-equals', path: '$.user.name', value: '"Ada"' }, true],
    [{ kind: 'json-path-equals', path: '$.user', value: '{"tags": ["a", "b"], "name": "Ada"}' }, true],
    [{ kind: 'json-path-equals', path: '$.user.tags', value: '["b", "a"]' }, false],
    [{ kind: 'json-path-equals', path: '$.items[?@.n > 1].n', value: '2' }, true],
    [{ kind: 'json-path-equals', path: '$.nothing', value: 'null' }, false],
    [{ kind: 'header-matches', name: 'content-type', value: 'application/*' }, true],
    [{ kind: 'header-matches', name: 'content-type', value: 'text/*' }, false],
    [{ kind: 'header-matches', name: 'X-Other', value: '*' }, false],
    [{ kind: 'header-regex', name: 'CONTENT-TYPE', pattern: '^application/(json|xml)' }, true],
    [{ kind: 'header-regex', name: 'content-type', pattern: '^json' }, false],
    [{ kind: 'header-regex', name: 'X-Other', pattern: '' }, false],
    [{ kind: 'body-regex', pattern: '"name":\\s*"A.a"' }, true],
    [{ kind: 'body-regex', pattern: '(?i:aDA)' }, true],
    [{ kind: 'body-regex', pattern: '^Ada' }, false],
    [{ kind: 'json-path-regex', path: '$.user.name', pattern: '^\\p{Lu}da$' }, true],
    [{ kind: 'json-path-regex', path: '$.user.tags[*]', pattern: '^b$' }, true],
    [{ kind: 'json-path-regex', path: '$.id', pattern: '^8' }, false],
    [{ kind: 'json-path-regex', path: '$.nothing', pattern: '.' }, false],
    [{ kind: 'body-lacks', text: 'Grace' }, true],
    [{ kind: 'body-lacks', text: 'Ada' }, false],
    [{ kind: 'json-path-exists', path: '$.user.tags[1]' }, true],
    [{ kind: 'json-path-exists', path: '$.user.tags[2]' }, false],
    [{ kind: 'json-path-not-equals', path: '$.id', value: '8' }, true],
    [{ kind: 'json-path-not-equals', path: '$.id', value: '7' }, false],
    [{ kind: 'json-path-not-equals', path: '$.nothing', value: '7' }, false],
    [{ kind: 'json-path-contains', path: '$.user.name', value: 'd' }, true],
    [{ kind: 'json-path-contains', path: '$.user.tags', value: 'b' }, true],
    [{ kind: 'json-path-contains', path: '$.items', value: '{"n": 2}' }, true],
    [{ kind: 'json-path-contains', path: '$.user.tags', value: 'c' }, false],
    [{ kind: 'json-path-matches', path: '$.user.name', value: 'A?a' }, true],
    [{ kind: 'json-path-matches', path: '$.user.name', value: 'A?' }, false],
    [{ kind: 'json-path-matches', path: '$.id', value: '*' }, true],
    [{ kind: 'json-path-less', path: '$.id', number: 7.5 }, true],
    [{ kind: 'json-path-less', path: '$.id', number: 7 }, false],
    [{ kind: 'json-path-greater', path: '$.items[*].n', number: 1 }, true],
    [{ kind: 'json-path-greater', path: '$.user.name', number: 1 }, false],
    [{ kind: 'time-under', milliseconds: 43 }, true],
    [{ kind: 'time-under', milliseconds: 42 }, false],
  ])('%o is met: %s', (expectation, wanted) => {
    expect(isMet(expectation)).toBe(wanted);
  });

  it('that is not met says what was found instead, shortened', () => {
    expect(foundBy({ kind: 'status', status: 200 })).toBe('201');
    expect(foundBy({ kind: 'json-path-equals', path: '$.items[*].n', value: '3' })).toBe('1, 2');
    expect(foundBy({ kind: 'json-path-equals', path: '$[', value: '3' })).toBe('the path is no JSONPath');
    const long = response({ body: { kind: 'text', text: `"${'x'.repeat(500)}"`, isTruncated: false } });
    expect(foundBy({ kind: 'json-path-equals', path: '$', value: 'y' }, long)?.length).toBeLessThan(210);
  });

  it('says that a pattern is none, and repeats neither it nor what the engine says', () => {
    for (const expectation of [
      { kind: 'body-regex', pattern: '(Ada' },
      { kind: 'header-regex', name: 'content-type', pattern: '*' },
      { kind: 'json-path-regex', path: '$.id', pattern: '[7' },
    ] as const)
      expect(foundBy(expectation)).toBe('the pattern is no regular expression that can be used');
    expect(foundBy({ kind: 'body-regex', pattern: 'Grace' })).toBe('not in the body');
  });

  it('never repeats the value of a header that proves who is asking', () => {
    const found = foundBy({ kind: 'header-equals', name: 'set-cookie', value: 'sid=1' });
    expect(found).toBe('another value');
  });

  it('is met by no answer, by no body and by a binary one', () => {
    const failed = { kind: 'failed', error: appError('timed-out') } as const;
    expect(isMet({ kind: 'time-under', milliseconds: 9 }, failed)).toBe(false);
    for (const body of [{ kind: 'empty' }, { kind: 'binary', hex: '00', isTruncated: false }] as const) {
      expect(isMet({ kind: 'body-contains', text: '0' }, response({ body }))).toBe(false);
      expect(isMet({ kind: 'json-path-equals', path: '$', value: '0' }, response({ body }))).toBe(false);
    }
  });

  it('runs nothing that stands in its path', () => {
    const path = '$.items[?(globalThis.pwned = 1)]';
    expect(foundBy({ kind: 'json-path-equals', path, value: '1' })).toBe('the path is no JSONPath');
    expect(Object.hasOwn(globalThis, 'pwned')).toBe(false);
  });
});

describe('the whole body', () => {
  it('is kept for expectations that look into it alone', () => {
    expect(needsBody([{ kind: 'status', status: 200 }])).toBe(false);
    expect(needsBody([{ kind: 'body-contains', text: 'x' }])).toBe(true);
  });
});
