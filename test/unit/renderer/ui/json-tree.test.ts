import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPathOf } from '../../../../renderer/ui/json-tree/json-path.ts';
import { childrenIn, jsonRows, openAtFirst } from '../../../../renderer/ui/json-tree/json-rows.ts';
import { searchJson } from '../../../../renderer/ui/json-tree/json-search.ts';
import { childrenOf, rootOf, type JsonNode } from '../../../../shared/domain/json-nodes.ts';

const TEXT = `{
  "items": [{"id": 12345678901234567890, "name": "caf\\u00e9"}, {"id": 2, "name": "b"}, []],
  "it's": {"a b": null, "ok": true}
}`;

function root(text: string): JsonNode {
  const node = rootOf(text);
  if (node === null) throw new Error('no root');
  return node;
}

describe('a tree of JSON', () => {
  it('has every value with its name, as it was written', () => {
    const [items, its] = childrenOf(TEXT, root(TEXT));
    expect([items?.key, its?.key]).toEqual(['items', "it's"]);
    const [first] = childrenOf(TEXT, items as JsonNode);
    const ids = childrenOf(TEXT, first as JsonNode).map(({ start, end }) => TEXT.slice(start, end));
    expect(ids).toEqual(['12345678901234567890', '"caf\\u00e9"']);
    expect(childrenOf(TEXT, its as JsonNode).map(({ key, kind }) => [key, kind])).toEqual([
      ['a b', 'null'],
      ['ok', 'boolean'],
    ]);
  });

  it('finds in any document what JSON.parse finds', () => {
    const value = (text: string, node: JsonNode): unknown => {
      if (node.kind === 'array') return childrenOf(text, node).map((child) => value(text, child));
      if (node.kind !== 'object') return JSON.parse(text.slice(node.start, node.end));
      return Object.fromEntries(
        childrenOf(text, node).map((child) => [String(child.key), value(text, child)]),
      );
    };
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        // A name like __proto__ becomes no property of an object literal, in either.
        expect(JSON.stringify(value(text, root(text)))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('stands what is cut off', () => {
    expect(childrenOf('[1, {"a":', root('[1, {"a":')).length).toBeGreaterThan(0);
    expect(rootOf('  ')).toBeNull();
  });

  it('unfolds what makes a few screens, and folds and unfolds the rest', () => {
    const children = childrenIn(TEXT);
    const roots = [{ node: root(TEXT), keys: [] }];
    const open = openAtFirst(roots, children);
    const rows = jsonRows(roots, open, children);
    expect(rows.map(({ level }) => level)).toEqual([1, 2, 3, 4, 4, 3, 4, 4, 3, 2, 3, 3]);
    expect(rows[8]).toMatchObject({ isOpen: null, position: 3, siblings: 3 });
    expect(rows.map(({ keys }) => jsonPathOf(keys))[4]).toBe('$.items[0].name');
    expect(jsonRows(roots, new Set(), children)).toHaveLength(1);
    const long = `[${'[1],'.repeat(5_000)}1]`;
    const many = [{ node: root(long), keys: [] }];
    expect(openAtFirst(many, childrenIn(long)).size).toBe(1);
  });

  it('is searched by name and value, with what has to be unfolded', () => {
    expect(searchJson(TEXT, 'CAFÉ')).toHaveLength(1);
    expect(searchJson(TEXT, 'name').map(({ ancestors }) => ancestors.length)).toEqual([3, 3]);
    const [match] = searchJson(TEXT, 'items');
    expect(match?.start).toBe(TEXT.indexOf('[{'));
    expect(searchJson(TEXT, '')).toEqual([]);
    expect(searchJson('["a", "b"', 'b')).toHaveLength(1);
  });
});
