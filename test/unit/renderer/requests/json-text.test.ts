import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indentJson } from '../../../../renderer/ui/json-text.ts';
import { findJsonProblem } from '../../../../renderer/ui/json-validation.ts';
import { editingTexts } from '../../../../shared/texts/en/editing.ts';
import { speakEnglish } from '../../../../shared/texts/speech.ts';

const editing = speakEnglish('en').textsOf(editingTexts);

describe('indentJson', () => {
  it('indents as JSON.stringify does, for every value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('keeps numbers and repeated names as they were written', () => {
    expect(indentJson('{"a":12345678901234567890,"a":1.0e+2}')).toBe(
      '{\n  "a": 12345678901234567890,\n  "a": 1.0e+2\n}',
    );
  });

  it('indents what was cut off', () => {
    expect(indentJson('{"a":[1,{"b":"c')).toBe('{\n  "a": [\n    1,\n    {\n      "b": "c');
  });

  it('keeps a variable that stands for a value in one piece', () => {
    expect(indentJson('{"id":{{userId}}}')).toBe('{\n  "id": {{userId}}\n}');
  });

  it('returns a document that is nested too deep as it is', () => {
    const bomb = '['.repeat(100_000);
    expect(indentJson(bomb)).toBe(bomb);
  });
});

describe('findJsonProblem', () => {
  it('accepts every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(findJsonProblem(JSON.stringify(value, null, 1))).toBeNull();
      }),
    );
  });

  it('agrees with JSON.parse about broken documents', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '01',
      'tru',
      'null',
      '"',
      '\\',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        fc.pre(text.trim() !== '' && !text.includes('{{'));
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false; // what JSON.parse refuses is the expectation here
        }
        expect(findJsonProblem(text) === null).toBe(isJson);
      }),
      { numRuns: 3000 },
    );
  });

  it('names line and column of the first problem', () => {
    expect(findJsonProblem('{\n  "a": 1\n  "b": 2\n}')).toMatchObject({
      line: 3,
      column: 3,
      position: 13,
      mistake: 'comma-or-end',
    });
  });

  it.each([
    ['{"a":1,}', 'a name in double quotes is missing here'],
    ['["a', 'this text has no closing quote'],
    ['["a\tb"]', 'this character must be escaped'],
    ['{"a":nope}', 'this is no JSON value'],
    ['{} {}', 'nothing may follow the end'],
    ['[1', 'a comma or a closing bracket is missing here'],
  ])('says what is wrong with %s', (text, message) => {
    const mistake = findJsonProblem(text)?.mistake ?? 'value';
    expect(editing.notJson[mistake]).toBe(message);
  });

  it('takes a variable for a value, and says nothing about an empty body', () => {
    expect(findJsonProblem('{"id": {{userId}}, "name": "{{name}}"}')).toBeNull();
    expect(findJsonProblem('  ')).toBeNull();
  });
});
