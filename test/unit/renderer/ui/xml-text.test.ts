import { describe, expect, it } from 'vitest';
import { indentMarkup } from '../../../../renderer/ui/xml-text.ts';

describe('indenting markup', () => {
  it('puts elements on lines of their own and leaves text where it is', () => {
    const text =
      '<?xml version="1.0"?><a x="1>2"><b>text <i>in</i> it</b><c/><!-- note --><d><e></e></d></a>';
    expect(indentMarkup(text, 'xml')).toBe(
      [
        '<?xml version="1.0"?>',
        '<a x="1>2">',
        '  <b>text <i>in</i> it</b>',
        '  <c/>',
        '  <!-- note -->',
        '  <d>',
        '    <e></e>',
        '  </d>',
        '</a>',
      ].join('\n'),
    );
  });

  it('knows elements without an end, and leaves scripts and preformatted text as they are', () => {
    const text =
      '<html><head><meta charset=utf-8><script>if (a < b) { "</p>" }</script></head><body><br><pre> x\n  y</pre></body></html>';
    expect(indentMarkup(text, 'html').split('\n')).toEqual([
      '<html>',
      '  <head>',
      '    <meta charset=utf-8>',
      '    <script>if (a < b) { "</p>" }</script>',
      '  </head>',
      '  <body>',
      '    <br>',
      '    <pre> x',
      '  y</pre>',
      '  </body>',
      '</html>',
    ]);
  });

  it('stands what is not well-formed, and takes time in proportion', () => {
    expect(indentMarkup('</a></b><c', 'xml')).toContain('</a>');
    const started = performance.now();
    indentMarkup('<a b="'.repeat(20_000), 'xml');
    indentMarkup('<a>'.repeat(150) + '<b>x</b>'.repeat(20_000), 'xml');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
