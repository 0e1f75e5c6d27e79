import { describe, expect, it } from 'vitest';
import { previewData, readDataRows } from '../../../electron/runs/read-data-rows.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const rowsOf = async (text: string) =>
  valueOf(await readDataRows(text)).rows.map((row) => Object.fromEntries(row));

describe('a data file', () => {
  it('is CSV with quotes, commas and line breaks in them, a byte order mark and any line ends', async () => {
    const text = '\uFEFFname, note\r\n"Lee, Ann","said ""hi""\r\ntwice"\r\nBo,\r\n\r\n';
    expect(await rowsOf(text)).toEqual([
      { name: 'Lee, Ann', note: 'said "hi"\r\ntwice' },
      { name: 'Bo', note: '' },
    ]);
    expect(valueOf(await readDataRows(text)).columns).toEqual(['name', 'note']);
  });

  it('is a JSON array of objects; what is no text is written as JSON', async () => {
    const text = '\uFEFF[{"id": 7, "name": "Ada", "tags": ["a"], "none": null}, {"id": 8}]';
    expect(await rowsOf(text)).toEqual([{ id: '7', name: 'Ada', tags: '["a"]', none: 'null' }, { id: '8' }]);
  });

  it.each([
    ['an empty one', ''],
    ['one with names alone', 'name,note\n'],
    ['CSV with an open quote', 'name\n"open'],
    ['CSV with a line that is too long', 'name\na,b'],
    ['CSV with a column without a name', 'name,\na,b'],
    ['CSV with the same name twice', 'name,name\na,b'],
    ['broken JSON', '[{"a": 1}'],
    ['a JSON object', '{"a": 1}'],
    ['JSON of numbers', '[1, 2]'],
  ])('is refused by name and without its content: %s', async (_label, text) => {
    const error = errorOf(await readDataRows(text));
    expect(error).toMatchObject({ code: 'invalid-input', field: 'data' });
    expect(error.message).toMatch(/^The data file cannot be used\. /);
    expect(error.message).not.toContain('open');
  });

  it('is shown by its first rows, with long values cut off', async () => {
    const text = `[${Array.from({ length: 30 }, (_none, index) => `{"id": ${String(index)}, "text": "${'x'.repeat(300)}"}`).join(',')}]`;
    const { columns, rowCount, firstRows } = previewData(valueOf(await readDataRows(text)));
    expect([columns, rowCount, firstRows.length]).toEqual([['id', 'text'], 30, 20]);
    expect(firstRows[7]).toEqual(['7', `${'x'.repeat(200)}…`]);
  });

  it('says which item of a JSON array is none of its rows', async () => {
    const error = errorOf(await readDataRows('[{"id": 1}, 2]'));
    expect(error.message).toContain('item 2 is none');
  });

  it('cannot give values to what every object has', async () => {
    const [row] = valueOf(await readDataRows('[{"__proto__": "x", "constructor": "y"}]')).rows;
    expect([...(row ?? [])]).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as { x?: string }).x).toBeUndefined();
  });
});
