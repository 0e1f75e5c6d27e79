import { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import {
  findMatches,
  matchAfter,
  matchBefore,
  MAX_MATCHES,
} from '../../../../renderer/ui/code-mirror/matches.ts';
import { languageOf } from '../../../../renderer/ui/exchange/body-model.ts';
import { hexLine } from '../../../../renderer/ui/exchange/hex-lines.ts';
import { createFormats } from '../../../../shared/texts/formats.ts';

describe('search in code', () => {
  const text = 'Cat cat CAT c.t';

  it('finds every place, with or without regard to case, and takes a dot for a dot', () => {
    expect(findMatches(text, 'cat', false)).toHaveLength(3);
    expect(findMatches(text, 'cat', true)).toEqual([{ from: 4, to: 7 }]);
    expect(findMatches(text, 'c.t', false)).toEqual([{ from: 12, to: 15 }]);
    expect(findMatches(text, '', false)).toEqual([]);
  });

  it('goes round at both ends', () => {
    const matches = findMatches(text, 'cat', false);
    expect(matchAfter(matches, 5)).toEqual({ from: 8, to: 11 });
    expect(matchAfter(matches, 12)).toEqual({ from: 0, to: 3 });
    expect(matchBefore(matches, 4)).toEqual({ from: 0, to: 3 });
    expect(matchBefore(matches, 0)).toEqual({ from: 8, to: 11 });
    expect(matchAfter([], 0)).toBeNull();
  });

  it('stops counting in a document of one letter', () => {
    expect(findMatches('a'.repeat(MAX_MATCHES * 2), 'a', false)).toHaveLength(MAX_MATCHES);
  });
});

describe('the style of code', () => {
  it('has the property by which editors share constructed style sheets', () => {
    // adoptStyles() stands on this detail of the editor's style registry.
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    const view = new EditorView({ root, parent: root });
    const names = Object.getOwnPropertySymbols(root).map(({ description }) => description);
    view.destroy();
    expect(names).toContain('styleSet');
  });
});

describe('what is shown of a body', () => {
  it.each([
    ['application/json; charset=utf-8', '', 'json'],
    ['application/problem+json', '', 'json'],
    ['text/html', '', 'html'],
    ['image/svg+xml', '', 'xml'],
    ['text/plain', '{"a":1}', 'json'],
    ['', ' [1]', 'json'],
    ['text/csv', '{', 'text'],
    ['text/plain', 'hello', 'text'],
  ])('takes %s with "%s" for %s', (contentType, text, language) => {
    expect(languageOf(contentType, text)).toBe(language);
  });

  it('writes bytes as hexdump does', () => {
    const bytes = Buffer.from('4b6579666f6200ff', 'hex');
    expect(hexLine(0, 8, (at) => bytes[at] ?? null)).toBe(
      `00000000  4b 65 79 66 6f 62 00 ff  ${' '.repeat(23)}  Keyfob··`,
    );
    expect(hexLine(16, 17, () => 0)).toMatch(/^00000010 {2}00 /);
    expect(hexLine(0, 2, () => null)).toContain('·· ··');
  });
});

describe('measures', () => {
  const formats = createFormats('en', { justNow: 'just now' });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [4_300, '4.3 KB'],
    [999_600, '1.0 MB'],
    [5_242_880, '5.2 MB'],
    [123_456_789, '123 MB'],
  ])('writes %i bytes as %s', (bytes, text) => {
    expect(formats.bytes(bytes)).toBe(text);
  });

  it.each([
    [0, '0 ms'],
    [0.04, '0.1 ms'],
    [0.42, '0.4 ms'],
    [31.4, '31 ms'],
    [1_240, '1.24 s'],
    [31_000, '31.0 s'],
    [125_000, '2 min 5 s'],
  ])('writes %d milliseconds as %s', (milliseconds, text) => {
    expect(formats.duration(milliseconds)).toBe(text);
  });
});
