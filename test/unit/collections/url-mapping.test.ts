import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readUrl } from '../../../electron/collections/url-mapping.ts';

/** The same with each template made of dashes, so that no separator stands in one. */
function masked(text: string): string {
  return text.replaceAll(/\{\{[^{}]*\}\}/g, (template) => '-'.repeat(template.length));
}

function expected(raw: string): { readonly url: string; readonly params: readonly string[][] } {
  const plain = masked(raw);
  const hash = plain.indexOf('#');
  const start = plain.indexOf('?');
  if (start === -1 || (hash !== -1 && hash < start)) return { url: raw, params: [] };
  const end = hash === -1 ? raw.length : hash;
  const params: string[][] = [];
  let position = start + 1;
  for (const pair of plain.slice(start + 1, end).split('&')) {
    const whole = raw.slice(position, position + pair.length);
    position += pair.length + 1;
    const at = pair.indexOf('=');
    if (whole !== '') params.push(at === -1 ? [whole, ''] : [whole.slice(0, at), whole.slice(at + 1)]);
  }
  return { url: raw.slice(0, start) + raw.slice(end), params };
}

it('splits an address at the separators that stand in no template', () => {
  const unit = fc.constantFrom(
    '?',
    '#',
    '&',
    '=',
    '/',
    '{',
    '}',
    'a',
    '{{',
    '}}',
    '{{v}}',
    '{{a?b}}',
    '{{c=d&e}}',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (raw) => {
      const { url, params } = readUrl(raw);
      expect({ url, params: params.map(({ name, value }) => [name, value]) }).toEqual(expected(raw));
    }),
    { seed: 1, numRuns: 5_000 },
  );
});
