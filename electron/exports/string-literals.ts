import { quotePosix, quotePowerShell } from '../../shared/domain/shell-quoting.ts';

// Each writes a text as one literal of its language that means exactly that text, whatever it holds, and that holds no character which
// a terminal, an editor or a reader could take for something else. The text is well-formed: no half of a surrogate pair.

/** Controls, invisible characters and those that turn the direction of writing around (CVE-2021-42574). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const SHORT: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Between double quotes: a backslash before each of `special`, and `numbered` for what is not to be seen. */
function doubleQuoted(text: string, special: RegExp, numbered: (codePoint: number) => string): string {
  const escape = (char: string): string => {
    if (special.test(char)) return `\\${char}`;
    if (!UNSEEN.test(char)) return char;
    return SHORT.get(char) ?? numbered(char.codePointAt(0) ?? 0);
  };
  return `"${Array.from(text, escape).join('')}"`;
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

/** `\uXXXX`, above U+FFFF as two of them: JavaScript and Java. */
function asUnits(codePoint: number): string {
  return Array.from({ length: codePoint > 0xffff ? 2 : 1 }, (_, index) => {
    return `\\u${hex(String.fromCodePoint(codePoint).charCodeAt(index), 4)}`;
  }).join('');
}

/** `\uXXXX` and `\UXXXXXXXX`: Python, Go and C#. */
function asCodePoint(codePoint: number): string {
  return codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`;
}

/** `\u{X}`: Ruby and PHP 7. */
function inBraces(codePoint: number): string {
  return `\\u{${hex(codePoint, 1)}}`;
}

/** ECMA-262, 12.9.4. In a page's script no tag ends it nor begins a comment. */
export function inJavaScript(text: string): string {
  return doubleQuoted(text, /["\\]/, asUnits).replaceAll('</', '<\\/').replaceAll('<!', '<\\u0021');
}

/** Python 3, Lexical analysis, 2.5. */
export function inPython(text: string): string {
  return doubleQuoted(text, /["\\]/, asCodePoint);
}

/** The Go specification, "String literals". */
export function inGo(text: string): string {
  return doubleQuoted(text, /["\\]/, asCodePoint);
}

/** C# specification, 6.4.5.6. */
export function inCSharp(text: string): string {
  return doubleQuoted(text, /["\\]/, asCodePoint);
}

/** Java reads `\uXXXX` before it looks for quotes and ends of lines (JLS 3.3), so what could be one of these is written in octal. */
export function inJava(text: string): string {
  return doubleQuoted(text, /["\\]/, (codePoint) =>
    codePoint < 0x100 ? `\\${codePoint.toString(8).padStart(3, '0')}` : asUnits(codePoint),
  );
}

/** PHP manual, Strings: single quotes where they can say it. */
export function inPhp(text: string): string {
  return UNSEEN.test(text) ? doubleQuoted(text, /["\\$]/, inBraces) : singleQuoted(text);
}

/** Ruby, Literals: single quotes where they can say it. */
export function inRuby(text: string): string {
  return UNSEEN.test(text) ? doubleQuoted(text, /["\\#]/, inBraces) : singleQuoted(text);
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}

/**
 * One argument for bash and zsh, fit to be pasted into a terminal: a control character in it would be a key pressed there, and old shells
 * look for `!` in the second line of a quoted text. It must hold no NUL.
 */
export function inPosixShell(text: string): string {
  const unseen = UNSEEN.test(text.replaceAll('\n', ''));
  if (!unseen && !(text.includes('\n') && text.includes('!'))) return quotePosix(text);
  const escape = (char: string): string => {
    if (char === '\\') return '\\\\';
    if (char !== "'" && char !== '!' && !UNSEEN.test(char)) return char;
    return SHORT.get(char) ?? octalBytes(char);
  };
  return `$'${Array.from(text, escape).join('')}'`;
}

/** Of three digits each, so that none is taken along with what follows. */
function octalBytes(char: string): string {
  return Array.from(Buffer.from(char), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/** The parts of a sum of PowerShell, of which the first is a string. Its single quotes know no escapes. */
export function inPowerShell(text: string): readonly string[] {
  const parts = text.split(/([\p{Cc}\p{Zl}\p{Zp}])/u).flatMap((part, index) => {
    if (index % 2 === 1) return [`[char]${String(part.charCodeAt(0))}`];
    return part === '' && index > 0 ? [] : [quotePowerShell(part)];
  });
  return parts;
}
