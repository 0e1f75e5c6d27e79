import type { ShellCommand } from './shell-words.ts';

const VARIABLE = /%([A-Za-z_]\w{0,99})%/y;
/** `%E4%…` is percent-encoding, not a variable. */
const HEX_PAIR = /^[0-9A-Fa-f]{2}$/;

/** Whether a text was written for Windows' cmd: it escapes with `^`, which no POSIX shell does. */
export function isForCmd(text: string): boolean {
  return /\^(?:\r?\n|")/.test(text) || /\^[&|<>%^]/.test(text);
}

/**
 * Splits a text into commands and words as cmd.exe and then the C run-time's argument rules do: `^` escapes outside of quotes, `\"` and
 * `""` are quotes within them. `%NAME%` becomes `{{NAME}}`.
 */
export function cmdCommands(text: string): readonly ShellCommand[] {
  return splitCommands(text)
    .map(argumentsOf)
    .filter((words) => words.length > 0)
    .map((words) => ({ words, hasSubstitution: false }));
}

/** cmd's own pass: carets, variables, and where one command ends. */
function splitCommands(text: string): readonly string[] {
  const commands: string[] = [];
  let current: string[] = [];
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '^' && !isQuoted) {
      const escaped = escapedAt(text, index + 1);
      current.push(escaped.text);
      index = escaped.end - 1;
      continue;
    }
    if (character === '"') isQuoted = !isQuoted;
    VARIABLE.lastIndex = index;
    const variable = character === '%' ? VARIABLE.exec(text) : null;
    if (variable !== null && !HEX_PAIR.test(variable[1] ?? '')) {
      current.push(`{{${variable[1] ?? ''}}}`);
      index += variable[0].length - 1;
    } else if (character === '\n' || (!isQuoted && (character === '&' || character === '|'))) {
      commands.push(current.join(''));
      current = [];
      isQuoted = false;
    } else if (character !== '\r') {
      current.push(character);
    }
  }
  return [...commands, current.join('')];
}

/** What a caret leaves: the next character; at the end of a line nothing, and of the next line its first character as it is. */
function escapedAt(text: string, start: number): { readonly text: string; readonly end: number } {
  const lineEnd = /^\r?\n/.exec(text.slice(start, start + 2))?.[0];
  if (lineEnd === undefined) return { text: text.charAt(start), end: start + 1 };
  const next = start + lineEnd.length;
  const secondEnd = /^\r?\n/.exec(text.slice(next, next + 2))?.[0];
  return secondEnd === undefined ? { text: '', end: next } : { text: '\n', end: next + secondEnd.length };
}

/** https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments */
function argumentsOf(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  let index = 0;
  while (index < line.length) {
    const character = line.charAt(index);
    if (character === '\\') {
      let end = index;
      while (line[end] === '\\') end += 1;
      const count = end - index;
      const isBeforeQuote = line[end] === '"';
      word = (word ?? '') + '\\'.repeat(isBeforeQuote ? Math.floor(count / 2) : count);
      if (isBeforeQuote && count % 2 === 1) {
        word += '"';
        end += 1;
      }
      index = end;
    } else if (character === '"') {
      word ??= '';
      if (isQuoted && line[index + 1] === '"') {
        word += '"';
        index += 2;
        continue;
      }
      isQuoted = !isQuoted;
      index += 1;
    } else if (!isQuoted && /\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
      index += 1;
    } else {
      const end = nextSpecial(line, index + 1, isQuoted);
      word = (word ?? '') + line.slice(index, end);
      index = end;
    }
  }
  return word === null ? words : [...words, word];
}

function nextSpecial(line: string, start: number, isQuoted: boolean): number {
  let end = start;
  while (end < line.length && !/["\\]/.test(line.charAt(end)) && (isQuoted || !/\s/.test(line.charAt(end))))
    end += 1;
  return end;
}
