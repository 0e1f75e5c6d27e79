import { describe, expect, it } from 'vitest';
import { takeValues } from '../../../electron/requests/take-values.ts';
import type { Exchange } from '../../../shared/domain/exchange.ts';
import type { KeepRow } from '../../../shared/domain/kept-value.ts';
import { stepsOf, valueAt } from '../../../shared/domain/singular-path.ts';

function answered(json: unknown, headers: readonly { name: string; value: string }[] = []): Exchange {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const response = {
    ...{ status: 201, statusText: '', contentType: 'application/json' },
    headers: headers.map((header) => ({ ...header, isSecret: false })),
    body: { kind: 'text' as const, text, isTruncated: false },
    ...{ wireBytes: 0, bodyBytes: 0, isRedacted: false },
    timings: { dns: null, connect: null, tls: null, firstByte: null, download: null, total: 1 },
  };
  return {
    ...{ id: 'exchange-1', method: 'GET', url: 'https://a.test/', startedAt: 0, hops: [] },
    outcome: { kind: 'response', response },
  };
}

function take(row: Partial<KeepRow>, exchange: Exchange) {
  const whole: KeepRow = {
    name: 'value',
    from: 'json-path',
    at: '$.v',
    isHidden: false,
    isEnabled: true,
    ...row,
  };
  const [taken] = takeValues([whole], exchange);
  return taken;
}

describe('a value of an answer', () => {
  it.each([
    [7, '7'],
    [true, 'true'],
    ['', ''],
    ['a "b"', 'a "b"'],
  ])('%j is taken as the text %j', (v, value) => {
    expect(take({}, answered({ v }))).toMatchObject({ value, finding: null, isSecret: false });
  });

  it.each([
    [{ v: {} }, 'notOneValue'],
    [{ v: [1] }, 'notOneValue'],
    [{ v: null }, 'notOneValue'],
    [{}, 'nothingAtPath'],
    ['no JSON', 'noJson'],
    [{ v: 'x'.repeat(8_193) }, 'tooLong'],
    [{ v: 'a\r\nX-Evil: 1' }, 'notOneLine'],
    [{ v: 'a\0' }, 'notOneLine'],
    [{ v: '{{postman-api-key}}' }, 'holdsTemplate'],
    [{ v: 'PMAK-••••1234' }, 'masked'],
  ])('%j gives none: %s', (json, finding) => {
    expect(take({}, answered(json))).toMatchObject({ value: null, finding });
  });

  it('is looked for in a header whatever its case, and says that there is none', () => {
    const exchange = answered({}, [{ name: 'location', value: '/7' }]);
    expect(take({ from: 'header', at: 'Location' }, exchange)).toMatchObject({ value: '/7' });
    expect(take({ from: 'header', at: 'X-None' }, exchange)).toMatchObject({ finding: 'noHeader' });
    expect(take({ from: 'status' }, exchange)).toMatchObject({ value: '201' });
    expect(take({ at: '$..v' }, answered({ v: 1 }))).toMatchObject({ finding: 'noSinglePath' });
  });

  it.each([
    [{ at: '$.access_token' }, { access_token: 'short' }],
    [{ name: 'sessionToken' }, { v: 'short' }],
    [{ isHidden: true }, { v: '7' }],
    [{}, { v: `eyJhbGciOi.${'a1B'.repeat(9)}.sig` }],
    [{}, { v: 'aB3'.repeat(12) }],
    [{}, { v: `PMAK-${'0'.repeat(24)}-${'0'.repeat(34)}` }],
  ])('is a secret by its names, its look, or because it was said: %j %j', (row, json) => {
    expect(take(row, answered(json))?.isSecret).toBe(true);
  });

  it.each([
    '7f3b6c1e-0c1d-4a55-8a34-1f2e3d4c5b6a',
    'e83c5163316f89bfbde7d9ab23ca2e25604af290',
    '2026-11-28T18:30:00Z',
  ])('is none that an id or a time is: %s', (v) => {
    expect(take({ name: 'id' }, answered({ v }))?.isSecret).toBe(false);
  });
});

describe('a path to one place', () => {
  it.each([
    ['$', []],
    ['$.a.b', ['a', 'b']],
    [`$['a b'][0]["c"][-1]`, ['a b', 0, 'c', -1]],
    [String.raw`$['it\'s']`, ["it's"]],
    ['$.größe', ['größe']],
  ])('%s has the steps %j', (path, steps) => {
    expect(stepsOf(path)).toEqual(steps);
  });

  it.each(['', 'a', '$.', '$..a', '$.a[*]', '$[?@.a]', '$[0:1]', '$[01]', '$.a b', "$['a'", '$.a[0,1]'])(
    '%s is none',
    (path) => {
      expect(stepsOf(path)).toBeNull();
    },
  );

  it.each(['$.__proto__', '$.constructor', '$.toString'])(
    '%s leads to nothing that the answer does not have',
    (path) => {
      expect(valueAt({}, stepsOf(path) ?? [])).toBeUndefined();
    },
  );
});
