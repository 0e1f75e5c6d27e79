/** Deeper than this a document is shown as it came: indenting it would cost more memory than the document itself. */
const MAX_INDENTED_DEPTH = 200;

const INDENT = '  ';
const BREAKS = /[\s{}[\],:"]/g;
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
    while (text.charCodeAt(quote - 1 - backslashes) === 92) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

/**
 * The offset after the token that starts at `start`: a string, a bracket, a comma, a colon, a word, or a
 * `{{variable}}` standing where a value would. An unclosed string ends with the text.
 */
export function endOfToken(text: string, start: number): number {
  const character = text[start] ?? '';
  if (character === '"') return endOfString(text, start);
  if (character === '{' && text[start + 1] === '{') {
    TEMPLATE.lastIndex = start;
    if (TEMPLATE.test(text)) return TEMPLATE.lastIndex;
  }
  if ('{}[],:'.includes(character)) return start + 1;
  BREAKS.lastIndex = start + 1;
  return BREAKS.exec(text)?.index ?? text.length;
}

/**
 * Indents JSON by two spaces without parsing it, so that every number, escape and repeated name stays as it was written.
 * Takes what is cut off or not quite JSON too. A document nested deeper than 200 levels is returned as it is.
 */
export function indentJson(text: string): string {
  const pieces: string[] = [];
  const breaks = Array.from({ length: MAX_INDENTED_DEPTH + 1 }, (_, depth) => `\n${INDENT.repeat(depth)}`);
  let depth = 0;
  let at = skipWhitespace(text, 0);
  while (at < text.length) {
    let end = endOfToken(text, at);
    const token = text.slice(at, end);
    if (token === '{' || token === '[') {
      const close = token === '{' ? '}' : ']';
      const inside = skipWhitespace(text, end);
      if (text[inside] === close) {
        pieces.push(token, close);
        end = inside + 1;
      } else {
        depth += 1;
        if (depth > MAX_INDENTED_DEPTH) return text;
        pieces.push(token, breaks[depth] ?? '\n');
      }
    } else if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1);
      pieces.push(breaks[depth] ?? '\n', token);
    } else if (token === ',') pieces.push(',', breaks[depth] ?? '\n');
    else pieces.push(token === ':' ? ': ' : token);
    at = skipWhitespace(text, end);
  }
  return pieces.join('');
}
