/** Deeper than this a document is shown as it came: indenting it would cost more memory than the document itself. */
const MAX_INDENTED_DEPTH = 200;

const INDENT = '  ';
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const TEMPLATE = /\{\{[^{}]*\}\}/y;

/** Whether a text looks like JSON by its first character; a cheap guess for a reply without a content type. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/** The offset of the next character that is no JSON whitespace (RFC 8259, 2). */
export function skipWhitespace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at += 1;
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

function isStructural(code: number): boolean {
  return (
    code === OPEN_BRACE ||
    code === CLOSE_BRACE ||
    code === OPEN_BRACKET ||
    code === CLOSE_BRACKET ||
    code === COMMA ||
    code === COLON
  );
}

function endOfWord(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === QUOTE || isStructural(code)) break;
  }
  return at;
}

/**
 * The offset after the token that starts at `start`: a string, a bracket, a comma, a colon, a word, or a
 * `{{variable}}` standing where a value would. An unclosed string ends with the text.
 */
export function endOfToken(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code === QUOTE) return endOfString(text, start);
  if (code === OPEN_BRACE && text.charCodeAt(start + 1) === OPEN_BRACE) {
    TEMPLATE.lastIndex = start;
    if (TEMPLATE.test(text)) return TEMPLATE.lastIndex;
  }
  return isStructural(code) ? start + 1 : endOfWord(text, start);
}

/**
 * Indents JSON by two spaces without parsing it, so that every number, escape and repeated name stays as it was written.
 * Takes what is cut off or not quite JSON too. A document nested deeper than 200 levels is returned as it is.
 */
export function indentJson(text: string): string {
  const breaks = Array.from({ length: MAX_INDENTED_DEPTH + 1 }, (_, depth) => `\n${INDENT.repeat(depth)}`);
  // Appending is what engines are fastest at: they flatten the whole once, at the end.
  let indented = '';
  let depth = 0;
  let at = skipWhitespace(text, 0);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    let end = endOfToken(text, at);
    if ((code === OPEN_BRACE || code === OPEN_BRACKET) && end === at + 1) {
      const inside = skipWhitespace(text, end);
      // A closing bracket comes two places after its opening one in ASCII.
      if (text.charCodeAt(inside) === code + 2) {
        indented += code === OPEN_BRACE ? '{}' : '[]';
        end = inside + 1;
      } else {
        depth += 1;
        if (depth > MAX_INDENTED_DEPTH) return text;
        indented += code === OPEN_BRACE ? '{' : '[';
        indented += breaks[depth] ?? '';
      }
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth = Math.max(0, depth - 1);
      indented += breaks[depth] ?? '';
      indented += code === CLOSE_BRACE ? '}' : ']';
    } else if (code === COMMA) {
      indented += ',';
      indented += breaks[depth] ?? '';
    } else if (code === COLON) indented += ': ';
    else indented += text.slice(at, end);
    at = skipWhitespace(text, end);
  }
  return indented;
}
