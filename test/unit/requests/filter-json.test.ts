import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterJson } from '../../../electron/requests/filter-json.ts';
import { jsonPathOf } from '../../../renderer/ui/json-tree/json-path.ts';

const TEXT = `{
  "items": [{"id": 12345678901234567890, "name": "caf\\u00e9"}, {"id": 2, "name": "b"}, []],
  "it's": {"a b": null, "ok": true}
}`;

const found = (path: string, text = TEXT) => {
  const result = filterJson(text, path);
  if (result.kind !== 'found') throw new Error(`It is ${result.kind}`);
  return result;
};

describe('a JSONPath', () => {
  it('finds values and tells them as they were written, and where they stand', () => {
    const { text, locations, total } = found('$.items[?@.id > 1].id');
    expect(total).toBe(2);
    expect(text).toBe('[12345678901234567890,2]');
    expect(locations.map(jsonPathOf)).toEqual(['$.items[0].id', '$.items[1].id']);
    expect(found('$.nothing')).toMatchObject({ text: '[]', total: 0 });
    expect(found('$..a', '{"a":1,"a":{"a":2}}').locations).toHaveLength(2);
  });

  it('that is wrong is told with its place; a body that is no JSON as such', () => {
    expect(filterJson(TEXT, '$.items[?@.id ==]')).toMatchObject({
      kind: 'invalid',
      at: expect.any(Number) as number,
    });
    expect(filterJson('{"a":', '$.a')).toEqual({ kind: 'not-json' });
  });

  it('is written so that it leads back to its value', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const text = JSON.stringify(Object.fromEntries([[name, [7]]]));
        expect(found(jsonPathOf([name, 0]), text).text).toBe('[7]');
      }),
    );
  });

  it('lists no more than has room, without gaps, and counts the rest', () => {
    const text = JSON.stringify(['a'.repeat(10), 'b'.repeat(60), 'c']);
    const limits = { listedCharacters: 60, found: 1_000 };
    expect(filterJson(text, '$[*]', limits)).toMatchObject({ text: '["aaaaaaaaaa"]', total: 3 });
    expect(filterJson(text, '$', limits)).toMatchObject({ text: '[]', locations: [], total: 1 });
    expect(found('$[*]', JSON.stringify(Array(12_000).fill(0)))).toMatchObject({ total: 12_000 });
    expect(found('$[*]', JSON.stringify(Array(12_000).fill(0))).locations).toHaveLength(10_000);
  });

  it('that finds without end is ended, and a document of many levels is no bug', () => {
    const limits = { listedCharacters: 100, found: 1_000 };
    expect(filterJson('[1,2,3,4]', `$[${'*,'.repeat(400)}*]`, limits)).toEqual({ kind: 'too-much' });
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(['invalid', 'too-much']).toContain(filterJson(deep, '$..*').kind);
  });
});
