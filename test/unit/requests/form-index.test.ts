import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formIndex } from '../../../electron/requests/form-index.ts';

/** Few characters, so that forms overlap each other and themselves; one beyond latin1. */
const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', '\0', 'ÿ', '密'), minLength, maxLength });

describe('an index of forms', () => {
  it('finds what is found by looking for each form at every place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(letters(1, 15), letters(16, 40), letters(256, 300)), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.array(fc.oneof(letters(0, 60), fc.nat({ max: 4 })), { maxLength: 12 }),
        (forms, parts) => {
          const patterns = forms.map((form, index) => ({ forms: [form, `${form}${form}`], index }));
          // What stands between is random, or one of the forms, whole or in half.
          const text = parts
            .map((part) => (typeof part === 'string' ? part : (forms[part] ?? '').slice(part % 2)))
            .join('');
          const found: string[] = [];
          formIndex(patterns).find(text, ({ index }, start, end) => {
            found.push(`${String(index)} ${String(start)} ${String(end)}`);
          });

          const expected = patterns.flatMap(({ forms: texts, index }) =>
            texts.flatMap((form) =>
              [...text.matchAll(/(?:)/g)]
                .filter((place) => text.startsWith(form, place.index))
                .map(
                  (place) => `${String(index)} ${String(place.index)} ${String(place.index + form.length)}`,
                ),
            ),
          );
          expect(found.toSorted()).toEqual(expected.toSorted());
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('of nothing finds nothing', () => {
    formIndex([]).find('a'.repeat(100), () => {
      throw new Error('found');
    });
  });
});
