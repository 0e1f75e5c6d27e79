import { endOfToken, skipWhitespace } from '../../shared/domain/json-tokens.ts';

/** Deeper than this a document is shown as it came: indenting it would cost more memory than the document itself. */
const MAX_INDENTED_DEPTH = 200;

const INDENT = '  ';
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Whether a text looks like JSON by its first character; a cheap guess for a reply without a content type. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
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
