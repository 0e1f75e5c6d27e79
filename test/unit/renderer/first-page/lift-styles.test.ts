import { describe, expect, test } from 'vitest';
import { liftStyles } from '../../../../renderer/first-page/lift-styles.ts';

describe('lifting styles out of markup', () => {
  test('makes a rule of each style, and of the same one once', () => {
    const written =
      '<i style="inline-size:1px;--columns:var(--a) minmax(8rem, 2fr)">a</i><b class="x" style="top:-2px"></b><i style="top:-2px"/>';
    expect(liftStyles(written, '#root')).toEqual({
      markup: '<i data-style="0">a</i><b class="x" data-style="1"></b><i data-style="1"/>',
      css: '#root [data-style="0"]{inline-size:1px;--columns:var(--a) minmax(8rem, 2fr)}#root [data-style="1"]{top:-2px}',
    });
  });

  test('takes a text or a value that reads like a style for what it is', () => {
    const written =
      '<i title="a style=" class="b">x style=&quot;top:0&quot;</i><i title=" style=&quot;top:0&quot;"></i>';
    expect(liftStyles(written, '#root')).toEqual({ markup: written, css: '' });
  });

  test.each(['a:url(&quot;x&quot;)', 'a:b}c{', 'a:&lt;/style&gt;', 'a:\\3c'])('refuses %s', (style) => {
    expect(() => liftStyles(`<i style="${style}"></i>`, '#root')).toThrow();
  });
});
