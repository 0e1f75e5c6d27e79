/** A command as its shell would hand it over: its words, in order. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** Something that a shell would have run or replaced: `$(…)`, backticks. Kept as text. */
  readonly hasSubstitution: boolean;
}

const ANSI_C: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};
const VARIABLE = /\$(?:\{([A-Za-z_]\w{0,99})\}|([A-Za-z_]\w{0,99}))/y;
const ENDS = new Set([';', '|', '&', '\n', '\r']);

/**
 * Splits a text into commands and words as a POSIX shell does (quotes, `$'…'`, backslashes, comments; IEEE 1003.1, 2.2). Nothing is
 * run or looked up: `$NAME` becomes the variable `{{NAME}}`. Redirections are left out with their targets.
 */
export function shellCommands(text: string): readonly ShellCommand[] {
  const reading: Reading = {
    commands: [],
    words: [],
    word: null,
    isRedirected: false,
    hasSubstitution: false,
  };
  let index = 0;
  while (index < text.length) {
    const character = text.charAt(index);
    if (character === '#' && reading.word === null) {
      index = nextOf(text, index, /\n/g);
    } else if (character === '>' || character === '<') {
      if (reading.word !== null && /^\d$/.test(reading.word)) reading.word = null;
      endWord(reading);
      reading.isRedirected = true;
      index += /^(?:>>|>&|<<|>\|)/.test(text.slice(index, index + 2)) ? 2 : 1;
    } else if (ENDS.has(character)) {
      endCommand(reading);
      index += 1;
    } else if (character === ' ' || character === '\t') {
      endWord(reading);
      index += 1;
    } else {
      const part = wordPart(text, index);
      if (part.text !== null) reading.word = (reading.word ?? '') + part.text;
      reading.hasSubstitution ||= part.hasSubstitution;
      index = part.end;
    }
  }
  endCommand(reading);
  return reading.commands;
}

interface Reading {
  readonly commands: ShellCommand[];
  words: string[];
  word: string | null;
  /** The next word is the target of a redirection. */
  isRedirected: boolean;
  hasSubstitution: boolean;
}

function endWord(reading: Reading): void {
  if (reading.word === null) return;
  if (!reading.isRedirected) reading.words.push(reading.word);
  reading.isRedirected = false;
  reading.word = null;
}

function endCommand(reading: Reading): void {
  endWord(reading);
  const { words, hasSubstitution } = reading;
  if (words.length > 0) reading.commands.push({ words, hasSubstitution });
  reading.words = [];
  reading.isRedirected = false;
  reading.hasSubstitution = false;
}

/** A quoted part of a word, an escape, a variable, or plain characters; `null` for a line that goes on. */
function wordPart(text: string, index: number): Omit<ReadPart, 'text'> & { readonly text: string | null } {
  const character = text.charAt(index);
  if (character === '\\') {
    const lineEnd = /^\r?\n/.exec(text.slice(index + 1, index + 3))?.[0];
    if (lineEnd !== undefined) return { text: null, end: index + 1 + lineEnd.length, hasSubstitution: false };
    return { text: text.charAt(index + 1), end: index + 2, hasSubstitution: false };
  }
  if (character === "'") {
    const end = closing(text, index + 1, "'");
    return { text: text.slice(index + 1, end), end: end + 1, hasSubstitution: false };
  }
  if (character === '"') return doubleQuoted(text, index + 1);
  if (character === '$' && text[index + 1] === "'") return ansiC(text, index + 2);
  if (character === '$' || character === '`') return dollar(text, index);
  const end = plainEnd(text, index);
  return { text: text.slice(index, end), end, hasSubstitution: false };
}

interface ReadPart {
  readonly text: string;
  readonly end: number;
  readonly hasSubstitution: boolean;
}

function plainEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && !/[\s\\'"$`<>;|&]/.test(text.charAt(end))) end += 1;
  return end;
}

function closing(text: string, start: number, quote: string): number {
  const end = text.indexOf(quote, start);
  return end === -1 ? text.length : end;
}

function doubleQuoted(text: string, start: number): ReadPart {
  const parts: string[] = [];
  let hasSubstitution = false;
  let index = start;
  while (index < text.length && text[index] !== '"') {
    const character = text.charAt(index);
    if (character === '\\') {
      const next = text.charAt(index + 1);
      if (next === '\r' && text[index + 2] === '\n') index += 3;
      else {
        if (next !== '\n') parts.push('$`"\\'.includes(next) ? next : `\\${next}`);
        index += 2;
      }
    } else if (character === '$' || character === '`') {
      const read = dollar(text, index);
      parts.push(read.text);
      hasSubstitution ||= read.hasSubstitution;
      index = read.end;
    } else {
      const end = nextOf(text, index + 1, /[\\"$`]/g);
      parts.push(text.slice(index, end));
      index = end;
    }
  }
  return { text: parts.join(''), end: index + 1, hasSubstitution };
}

/** `$NAME`, `${NAME}`; `$(…)` and backticks as they stand. */
function dollar(text: string, start: number): ReadPart {
  if (text[start] === '`') {
    const end = Math.min(closing(text, start + 1, '`') + 1, text.length);
    return { text: text.slice(start, end), end, hasSubstitution: true };
  }
  if (text[start + 1] === '(') {
    const end = Math.min(closing(text, start + 2, ')') + 1, text.length);
    return { text: text.slice(start, end), end, hasSubstitution: true };
  }
  VARIABLE.lastIndex = start;
  const match = VARIABLE.exec(text);
  if (match === null) return { text: '$', end: start + 1, hasSubstitution: false };
  const name = match[1] ?? match[2] ?? '';
  return { text: `{{${name}}}`, end: start + match[0].length, hasSubstitution: false };
}

const ANSI_ESCAPE = /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3})|([^]))/g;

function ansiC(text: string, start: number): ReadPart {
  let end = start;
  while (end < text.length && text[end] !== "'") end += text[end] === '\\' ? 2 : 1;
  const read = text
    .slice(start, Math.min(end, text.length))
    .replace(ANSI_ESCAPE, (whole: string, ...groups: readonly (string | undefined)[]) => {
      const [hex, short, long, octal, single] = groups;
      const code = hex ?? short ?? long;
      if (code !== undefined) return codePoint(Number.parseInt(code, 16));
      if (octal !== undefined) return codePoint(Number.parseInt(octal, 8));
      return ANSI_C[single ?? ''] ?? whole;
    });
  return { text: read, end: end + 1, hasSubstitution: false };
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

function nextOf(text: string, start: number, pattern: RegExp): number {
  pattern.lastIndex = start;
  return pattern.exec(text)?.index ?? text.length;
}
