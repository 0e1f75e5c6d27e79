import type { SnippetLanguage } from '../../shared/domain/code-snippet.ts';

/** A mark in a snippet, and the variable that is read in its place. */
export interface Placeholder {
  readonly mark: string;
  readonly variable: string;
}

/** How a language reads a variable of its surroundings, and how it joins that with a text. */
interface Reading {
  readonly read: (variable: string) => string;
  readonly join: string;
  readonly wrap?: (expression: string) => string;
  /** What the code needs for it. */
  readonly prepare?: (code: string) => string;
}

const READINGS: Partial<Record<SnippetLanguage, Reading>> = {
  'powershell-restmethod': {
    read: (variable) => `$env:${variable}`,
    join: ' + ',
    wrap: (expression) => `(${expression})`,
  },
  'javascript-fetch': { read: (variable) => `process.env.${variable}`, join: ' + ' },
  'node-axios': { read: (variable) => `process.env.${variable}`, join: ' + ' },
  'python-requests': {
    read: (variable) => `os.environ["${variable}"]`,
    join: ' + ',
    prepare: (code) => `import os\n${code}`,
  },
  'go-native': {
    read: (variable) => `os.Getenv("${variable}")`,
    join: ' + ',
    prepare: (code) => code.replace('import (\n', 'import (\n\t"os"\n'),
  },
  'java-okhttp': { read: (variable) => `System.getenv("${variable}")`, join: ' + ' },
  'csharp-httpclient': {
    read: (variable) => `Environment.GetEnvironmentVariable("${variable}")`,
    join: ' + ',
  },
  'php-guzzle': { read: (variable) => `getenv('${variable}')`, join: ' . ' },
  'ruby-native': { read: (variable) => `ENV["${variable}"]`, join: ' + ' },
};

const SHELLS: ReadonlySet<SnippetLanguage> = new Set(['shell-curl', 'shell-httpie', 'shell-wget']);

/**
 * Puts the reading of a variable into the place of each mark. Where a language has no simple way to do that inside a text, the
 * variable's name stands there as `$NAME`.
 */
export function withPlaceholders(
  code: string,
  language: SnippetLanguage,
  placeholders: readonly Placeholder[],
): string {
  if (!placeholders.some(({ mark }) => code.includes(mark))) return code;
  if (SHELLS.has(language)) return inShell(code, placeholders);
  const reading = READINGS[language];
  if (reading === undefined) return named(code, placeholders);
  const rewritten = rewriteLiterals(code, (literal) => joined(literal, placeholders, reading));
  return named(reading.prepare?.(rewritten) ?? rewritten, placeholders);
}

/** What is left of the marks. */
function named(code: string, placeholders: readonly Placeholder[]): string {
  return placeholders.reduce((text, { mark, variable }) => text.replaceAll(mark, () => `$${variable}`), code);
}

/** Quotes end before the variable and begin anew behind it, so that the shell reads it wherever it stands. */
function inShell(code: string, placeholders: readonly Placeholder[]): string {
  const pieces: string[] = [];
  let quote = '';
  for (let at = 0; at < code.length;) {
    const found = placeholders.find(({ mark }) => code.startsWith(mark, at));
    if (found !== undefined) {
      const variable = `$${found.variable}`;
      pieces.push(
        quote === '"' ? `\${${found.variable}}` : quote === "'" ? `'"${variable}"'` : `"${variable}"`,
      );
      at += found.mark.length;
      continue;
    }
    const char = code.charAt(at);
    if (char === '\\' && quote !== "'") {
      pieces.push(code.slice(at, at + 2));
      at += 2;
      continue;
    }
    if (quote === char) quote = '';
    else if (quote === '' && (char === "'" || char === '"')) quote = char;
    pieces.push(char);
    at += 1;
  }
  return pieces.join('');
}

interface Literal {
  readonly quote: string;
  /** Between the quotes, escapes as they are. */
  readonly text: string;
}

/** Goes through the texts between quotes of a program. */
function rewriteLiterals(code: string, rewrite: (literal: Literal) => string): string {
  return code.replaceAll(
    /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g,
    (whole, single: string | undefined, double: string | undefined) =>
      single === undefined
        ? rewrite({ quote: '"', text: double ?? '' })
        : whole.startsWith("'")
          ? rewrite({ quote: "'", text: single })
          : whole,
  );
}

function joined({ quote, text }: Literal, placeholders: readonly Placeholder[], reading: Reading): string {
  const held = placeholders.filter(({ mark }) => text.includes(mark));
  if (held.length === 0) return quote + text + quote;
  const parts: string[] = [];
  let rest = text;
  while (rest !== '') {
    const next = held
      .map((placeholder) => ({ ...placeholder, at: rest.indexOf(placeholder.mark) }))
      .filter(({ at }) => at !== -1)
      .toSorted((a, b) => a.at - b.at)[0];
    const before = rest.slice(0, next?.at ?? rest.length);
    if (before !== '') parts.push(quote + before + quote);
    if (next !== undefined) parts.push(reading.read(next.variable));
    rest = next === undefined ? '' : rest.slice(next.at + next.mark.length);
  }
  const expression = parts.join(reading.join);
  return parts.length > 1 && reading.wrap !== undefined ? reading.wrap(expression) : expression;
}
