import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cmdCommands, isForCmd } from '../../../electron/importers/curl/cmd-words.ts';
import { shellCommands } from '../../../electron/importers/curl/shell-words.ts';

const words = (text: string) => shellCommands(text).map((command) => command.words);

describe('shellCommands', () => {
  it.each<[string, string, string[][]]>([
    ['single quotes', `a 'b "c" $D \\n' e`, [['a', 'b "c" $D \\n', 'e']]],
    ['double quotes', String.raw`"a \" \\ \x" b`, [['a " \\ \\x', 'b']]],
    ['ANSI-C quotes', String.raw`$'a\n\x41\u00e9\'\101'`, [["a\nAé'A"]]],
    ['joined parts', `a'b'"c"d`, [['abcd']]],
    ['empty words', `a '' ""`, [['a', '', '']]],
    ['continued lines', 'a \\\n  b \\\r\n c', [['a', 'b', 'c']]],
    ['several commands', 'a; b && c | d\ne', [['a'], ['b'], ['c'], ['d'], ['e']]],
    ['comments', '# x\na # y\nb#c', [['a'], ['b#c']]],
    ['redirections', 'a > out 2>&1 b >> more', [['a', 'b']]],
    ['variables', 'a $B "${C}d"', [['a', '{{B}}', '{{C}}d']]],
    ['an open quote', `a 'b c`, [['a', 'b c']]],
  ])('reads %s', (_what, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('runs nothing, and says that something would have been run', () => {
    const [command] = shellCommands('curl "$(cat /etc/passwd)" `id`');

    expect(command).toEqual({ words: ['curl', '$(cat /etc/passwd)', '`id`'], hasSubstitution: true });
  });

  it('gives back whatever is put into single quotes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (list) => {
        const quoted = list.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
        expect(words(quoted)).toEqual([list]);
      }),
    );
  });
});

describe('cmdCommands', () => {
  const cmdWords = (text: string) => cmdCommands(text).map((command) => command.words);

  it.each<[string, string, string[][]]>([
    ['carets', 'a ^& b^^c ^"d e^"', [['a', '&', 'b^c', 'd e']]],
    ['quotes within quotes', String.raw`"a \"b\" c" "d ""e"""`, [['a "b" c', 'd "e"']]],
    ['backslashes', String.raw`C:\x\y "a\\" "b\c"`, [['C:\\x\\y', 'a\\', 'b\\c']]],
    ['continued lines', 'a ^\r\n  b', [['a', 'b']]],
    ['line breaks in a text', 'a ^"x^\r\n\r\ny^"', [['a', 'x\ny']]],
    ['carets within quotes', '"a^b"', [['a^b']]],
    ['several commands', 'a &\r\nb\r\nc', [['a'], ['b'], ['c']]],
    ['variables', 'a %B% "%C%/x" %E4%', [['a', '{{B}}', '{{C}}/x', '%E4%']]],
  ])('reads %s', (_what, text, expected) => {
    expect(cmdWords(text)).toEqual(expected);
  });

  it('tells a text for cmd from one for a POSIX shell', () => {
    expect(isForCmd('curl ^"https://example.com^"')).toBe(true);
    expect(isForCmd('curl "https://example.com" ^\r\n -H "a: b"')).toBe(true);
    expect(isForCmd("curl 'https://example.com/?a=^x' \\\n -H 'a: b'")).toBe(false);
  });
});
