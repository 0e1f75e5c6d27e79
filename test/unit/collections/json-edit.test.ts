import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJsonText } from '../../../electron/collections/json-edit.ts';
import {
  isJsonArray,
  isJsonObject,
  withKeys,
  type JsonObject,
  type JsonValue,
} from '../../../electron/collections/json-value.ts';

const ODD = `{\r
   "b" : 1.0,   "a":[ 1e3,\t-0 , "\\u00e9\\/" ],\r
   "list": [\r
      {"key": "one", "x": 1},\r
      {\r
        "key": "two", "unknown": { "deep":[true,null] }\r
      },\r
      {"key":"three"}\r
   ], "empty": {}, "none": []\r
}\r
\r
`;

function edit(text: string, change: (value: JsonObject) => JsonValue): string {
  const opened = openJsonText(text);
  if (!isJsonObject(opened.value)) throw new Error('The text holds no object');
  return opened.write(change(opened.value));
}

function listOf(value: JsonObject): readonly JsonObject[] {
  return isJsonArray(value.list) ? value.list.filter(isJsonObject) : [];
}

describe('editing a JSON text', () => {
  it('changes nothing but the value that changed', () => {
    const changed = edit(ODD, (value) =>
      withKeys(value, {
        list: listOf(value).map((each) => (each.key === 'two' ? withKeys(each, { key: 'zwei' }) : each)),
      }),
    );
    expect(changed).toBe(ODD.replace('"two"', '"zwei"'));
  });

  it('keeps the bytes of a text in which nothing changed', () => {
    expect(edit(ODD, (value) => ({ ...value }))).toBe(ODD);
  });

  it('adds an element in the style of those that are there, and takes one out with its comma', () => {
    const added = edit(ODD, (value) =>
      withKeys(value, { list: [...listOf(value), { key: 'four', n: [1] }] }),
    );
    expect(added.replace('"key":"three"}', '')).toContain(',\r\n      {\r\n         "key": "four",\r\n');
    expect(added.startsWith(ODD.slice(0, ODD.indexOf('{"key":"three"}')))).toBe(true);

    const removed = edit(ODD, (value) => withKeys(value, { list: listOf(value).slice(1) }));
    expect(removed).toBe(ODD.replace('\r\n      {"key": "one", "x": 1},', ''));
  });

  it('moves an element with its own spelling', () => {
    const text = '{\n  "a": [\n    { "n": 1.0 },\n    2\n  ],\n  "b": {\n    "c": []\n  }\n}';
    const moved = edit(text, (value) => {
      const [first, ...rest] = isJsonArray(value.a) ? value.a : [];
      return withKeys(value, { a: rest, b: { c: [first ?? null] } });
    });
    expect(moved).toBe('{\n  "a": [\n    2\n  ],\n  "b": {\n    "c": [\n      { "n": 1.0 }\n    ]\n  }\n}');
  });

  it('writes a text on one line on one line', () => {
    expect(edit('{"a":[],"b":1}', (value) => withKeys(value, { a: [{ c: [1, 2] }], d: 'x' }))).toBe(
      '{"a":[{"c":[1,2]}],"b":1,"d":"x"}',
    );
  });

  it('says what was wanted, whatever is changed into whatever, in every style', () => {
    const json = fc
      .jsonValue({ maxDepth: 4 })
      .filter((value) => !JSON.stringify(value).includes('"__proto__"'));
    const style = fc.constantFrom<string | number | undefined>(undefined, 2, '\t');
    fc.assert(
      fc.property(json, json, style, (before, after, indent) => {
        const text = JSON.stringify(before, null, indent);
        // Both are JSON.
        const written = openJsonText(text).write(after as JsonValue);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(after)));
      }),
      { numRuns: 400 },
    );
  });
});
