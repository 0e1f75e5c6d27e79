import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComposedRequest } from '../../../electron/requests/composed-request.ts';
import { judgeRedirect } from '../../../electron/requests/redirect.ts';
import { holds } from '../../support/holds.ts';

const request: ComposedRequest = {
  method: 'POST',
  url: 'https://own.test/a/b?q=1',
  headers: [
    { name: 'Accept', value: '*/*' },
    { name: 'Content-Type', value: 'text/plain' },
    { name: 'Cookie', value: 'a=b' },
  ],
  keyHeader: null,
  body: Buffer.from('x'),
  unresolved: [],
};

function judge(location: string, status = 302): ReturnType<typeof judgeRedirect> {
  return judgeRedirect(request, status, [{ name: 'location', value: location }]);
}

describe('a Location', () => {
  it.each([
    ['/c', 'https://own.test/c'],
    ['c', 'https://own.test/a/c'],
    ['?x', 'https://own.test/a/b?x'],
    ['//other.test/c', 'https://other.test/c'],
    ['https://user:pass@other.test/c#part', 'https://other.test/c'],
    ['\\\\other.test\\c', 'https://other.test/c'],
    ['https://OTHER.test:443/', 'https://other.test/'],
    ['caf\u00c3\u00a9', 'https://own.test/a/caf%C3%A9'],
  ])('%j leads to %s', (location, url) => {
    expect(judge(location)).toMatchObject({ kind: 'follow', next: { url } });
  });

  it.each([
    'http://own.test/',
    'ftp://own.test/',
    'file:///x',
    'about:blank',
    'blob:https://own.test/x',
    'https://',
    'https://a:99999/',
  ])('%j is refused', (location) => {
    expect(judge(location)).toMatchObject({ kind: 'refused', error: { code: 'redirect-refused' } });
  });

  it('that is there twice with two values is refused', () => {
    const headers = ['/a', '/b'].map((value) => ({ name: 'Location', value }));

    expect(judgeRedirect(request, 302, headers).kind).toBe('refused');
  });

  it(
    'of any form leads nowhere but to http or https, and takes nothing but the allowed headers to another origin',
    holds('binding.odd-location', 'binding.schemes'),
    () => {
      const piece = fc.constantFrom(
        'https:',
        'http:',
        '//',
        '\\',
        '/',
        '@',
        ':',
        'own.test',
        'other.test',
        '\t',
        ' ',
        '%2f',
        '#',
        '?',
        '..',
        'javascript:',
        '443',
        '\u00e9',
        '[::1]',
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
          const judgement = judge(pieces.join(''), 307);
          if (judgement.kind !== 'follow') return;
          const target = new URL(judgement.next.url);
          expect(target.protocol).toBe('https:');
          expect([target.username, target.password, target.hash]).toEqual(['', '', '']);
          const names = judgement.next.headers.map((header) => header.name);
          expect(names.includes('Cookie')).toBe(target.origin === 'https://own.test');
          expect(judgement.droppedHeaders).toEqual(target.origin === 'https://own.test' ? [] : ['Cookie']);
        }),
        { numRuns: 2_000 },
      );
    },
  );
});

describe('a status', () => {
  it.each([200, 201, 300, 304, 305, 306, 399])('%i is no redirect', (status) => {
    expect(judge('/c', status)).toEqual({ kind: 'none' });
  });

  it('of a redirect without a Location is an answer', () => {
    expect(judgeRedirect(request, 302, [])).toEqual({ kind: 'none' });
  });

  it.each([
    [301, 'POST', 'GET'],
    [301, 'PUT', 'PUT'],
    [302, 'POST', 'GET'],
    [303, 'DELETE', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [303, 'GET', 'GET'],
    [307, 'POST', 'POST'],
    [308, 'PATCH', 'PATCH'],
  ] as const)('%i turns %s into %s', (...[status, method, expected]) => {
    const judgement = judgeRedirect({ ...request, method }, status, [{ name: 'Location', value: '/c' }]);
    const keepsBody = method === expected && status !== 303;

    expect(judgement).toMatchObject({
      kind: 'follow',
      next: { method: expected, body: keepsBody ? request.body : null },
    });
  });
});
