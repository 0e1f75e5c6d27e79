const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const TEMPLATE = /\{\{[^{}]*\}\}/y;

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
