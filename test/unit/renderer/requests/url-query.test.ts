import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinUrl, splitUrl } from '../../../../renderer/features/requests/url-query.ts';
import type { FieldRow } from '../../../../shared/domain/http-request.ts';

const row = (name: string, value: string, isEnabled = true): FieldRow => ({ name, value, isEnabled });

describe('splitUrl', () => {
  it.each([
    ['https://a.test/p?q=1&r=two', 'https://a.test/p', [row('q', '1'), row('r', 'two')]],
    ['https://a.test/?q=a%20b%26c#part', 'https://a.test/#part', [row('q', 'a b&c')]],
    ['{{baseUrl}}/x?v={{a=b&c}}', '{{baseUrl}}/x', [row('v', '{{a=b&c}}')]],
    ['https://a.test?a=b=c', 'https://a.test', [row('a', 'b=c')]],
    ['https://a.test?empty=', 'https://a.test', [row('empty', '')]],
    ['https://a.test?=v', 'https://a.test', [row('', 'v')]],
    ['https://a.test', 'https://a.test', []],
  ])('%s', (text, url, params) => {
    expect(splitUrl(text)).toEqual({ url, params });
  });

  it.each([
    ['a part without =', 'https://a.test?flag&q=1', 'https://a.test?flag', [row('q', '1')]],
    ['a +', 'https://a.test?q=a+b', 'https://a.test?q=a+b', []],
    ['an escape that is none', 'https://a.test?q=%zz', 'https://a.test?q=%zz', []],
    ['bytes that are no UTF-8', 'https://a.test?q=%ff&r=1', 'https://a.test?q=%ff', [row('r', '1')]],
    ['a lone ?', 'https://a.test?', 'https://a.test?', []],
  ])('leaves %s in the address, as it was typed', (...[, text, url, params]) => {
    expect(splitUrl(text)).toEqual({ url, params });
  });

  it('keeps rows that are switched off, each in its place', () => {
    const before = [row('off', '1', false), row('a', '1'), row('also off', '2', false), row('b', '2')];
    expect(splitUrl('https://a.test?a=1&c=3&d=4', before).params).toEqual([
      row('off', '1', false),
      row('a', '1'),
      row('also off', '2', false),
      row('c', '3'),
      row('d', '4'),
    ]);
    expect(splitUrl('https://a.test', before).params).toEqual([
      row('off', '1', false),
      row('also off', '2', false),
    ]);
  });
});

describe('joinUrl', () => {
  it('shows what is sent, readable, and nothing that is switched off', () => {
    const params = [row('q', 'a b'), row('off', '1', false), row('path', '/x?y'), row('', '')];
    expect(joinUrl({ url: 'https://a.test/p#part', params })).toBe('https://a.test/p?q=a%20b&path=/x?y#part');
    expect(joinUrl({ url: 'https://a.test?flag', params: [row('a', '1')] })).toBe('https://a.test?flag&a=1');
    expect(joinUrl({ url: 'https://a.test', params: [] })).toBe('https://a.test');
  });

  it('is undone by splitUrl, whatever the rows hold', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 8, unit: 'grapheme' }),
      fc.constantFrom('a=b', '50%', '%41', 'a+b', '{{x y}}', '{{a&b=c}}', '#', '&', '?', 'é', ' '),
    );
    const rows = fc.array(
      fc
        .record({ name: text, value: text, isEnabled: fc.boolean() })
        .filter(({ name, value, isEnabled }) => !isEnabled || name !== '' || value !== ''),
      { maxLength: 5 },
    );
    const url = fc.constantFrom(
      'https://a.test',
      '{{baseUrl}}/a',
      'https://a.test/p#part',
      'https://a.test?flag',
    );
    fc.assert(
      fc.property(url, rows, (address, params) => {
        // Braces that meet across a separator would make a template of two values.
        fc.pre(
          !/[{}]/.test(
            params.map(({ name, value }) => (name + value).replaceAll(/\{\{[^{}]*\}\}/g, '')).join(''),
          ),
        );
        expect(splitUrl(joinUrl({ url: address, params }), params)).toEqual({ url: address, params });
      }),
    );
  });
});
