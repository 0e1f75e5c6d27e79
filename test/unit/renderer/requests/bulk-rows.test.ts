import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeText, rowsOfText, textOfRows } from '../../../../renderer/features/requests/bulk-rows.ts';
import type { FieldRow } from '../../../../shared/domain/http-request.ts';

const row = (name: string, value: string, isEnabled = true): FieldRow => ({ name, value, isEnabled });

describe('rows as text', () => {
  it('are lines of name and value, with // before what is not sent', () => {
    const rows = [row('Accept', 'text/html, */*;q=0.5'), row('X-Trace', 'a:b', false), row('', '')];
    expect(textOfRows(rows)).toBe('Accept: text/html, */*;q=0.5\n// X-Trace: a:b');
    expect(rowsOfText(textOfRows(rows))).toEqual(rows.slice(0, 2));
  });

  it('are read from what people paste: headers, assignments, columns, names alone', () => {
    expect(rowsOfText('A: 1\r\nb=2\n\n  c\t3 \n//d: 4\nflag')).toEqual([
      row('A', '1'),
      row('b', '2'),
      row('c', '3'),
      row('d', '4', false),
      row('flag', ''),
    ]);
  });

  it('are offered only where the text says the same as the rows', () => {
    expect(canBeText([row('a', '1'), row('b', 'x: y=z', false)])).toBe(true);
    for (const odd of [
      row('a:b', '1'),
      row('a', 'two\nlines'),
      row('// a', ''),
      row(' a', ''),
      row('a', ' b'),
    ])
      expect(canBeText([odd])).toBe(false);
    const text = fc.string({ maxLength: 6, unit: fc.constantFrom('a', ':', '=', '/', ' ', '\n', '\t', 'é') });
    fc.assert(
      fc.property(fc.array(fc.record({ name: text, value: text, isEnabled: fc.boolean() })), (rows) => {
        if (canBeText(rows))
          expect(rowsOfText(textOfRows(rows))).toEqual(rows.filter(({ name, value }) => name + value !== ''));
      }),
    );
  });
});
