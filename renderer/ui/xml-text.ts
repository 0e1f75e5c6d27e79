/** A document with deeper nesting is shown as it came. */
const MAX_DEPTH = 200;
/** A tag, a comment, CDATA, a declaration, or the text up to the next. Every part is bounded by its own end, so matching stays linear. */
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/?[A-Za-z_](?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+|</g;
const NAME = /^<\/?([^\s/>]+)/;
/** Elements without an end tag (WHATWG HTML, 13.1.2). */
const VOID = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input'],
  ...['link', 'meta', 'source', 'track', 'wbr'],
]);
/** What is between their tags is no markup, or its blanks count. */
const AS_IT_IS = new Set(['script', 'style', 'pre', 'textarea', 'title']);

type Kind = 'open' | 'close' | 'single' | 'text';

interface Token {
  readonly kind: Kind;
  readonly text: string;
}

/**
 * Indents XML or HTML by two spaces without changing what it says: an element whose content is text, or text among elements, stays on its
 * line as it is. Takes what is not well-formed too.
 */
export function indentMarkup(text: string, language: 'xml' | 'html'): string {
  const tokens = tokensOf(text, language === 'html');
  const inline = inlineElements(tokens);
  const lines: string[] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'close') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return text;
    const end = inline.get(at);
    if (end !== undefined) {
      lines.push('  '.repeat(depth) + joined(tokens, at, end));
      at = end;
      continue;
    }
    const line = token.text.trim();
    if (line !== '') lines.push('  '.repeat(depth) + line);
    if (token.kind === 'open') depth += 1;
  }
  return lines.join('\n');
}

function tokensOf(text: string, isHtml: boolean): readonly Token[] {
  const tokens: Token[] = [];
  let raw: string | null = null;
  for (const [part] of text.matchAll(TOKEN)) {
    const name = NAME.exec(part)?.[1]?.toLowerCase() ?? '';
    if (raw !== null && !(part.startsWith('</') && name === raw)) {
      const last = tokens.at(-1);
      if (last?.kind === 'text') tokens[tokens.length - 1] = { kind: 'text', text: last.text + part };
      else tokens.push({ kind: 'text', text: part });
      continue;
    }
    raw = null;
    const kind = kindOf(part, name, isHtml);
    tokens.push({ kind, text: part });
    if (isHtml && kind === 'open' && AS_IT_IS.has(name)) raw = name;
  }
  return tokens;
}

function kindOf(part: string, name: string, isHtml: boolean): Kind {
  if (!part.startsWith('<') || part === '<') return 'text';
  if (part.startsWith('</')) return 'close';
  if (part.startsWith('<!') || part.startsWith('<?') || part.endsWith('/>')) return 'single';
  return isHtml && VOID.has(name) ? 'single' : 'open';
}

interface Span {
  readonly start: number;
  hasText: boolean;
  hasElements: boolean;
}

/** Where each element ends that stays on its line, by where it starts: one that is empty or has text in it. */
function inlineElements(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: Span[] = [];
  tokens.forEach(({ kind, text }, at) => {
    const inside = open.at(-1);
    if (kind === 'close') {
      open.pop();
      if (inside !== undefined && (inside.hasText || !inside.hasElements)) ends.set(inside.start, at);
      return;
    }
    if (inside !== undefined) {
      if (kind !== 'text') inside.hasElements = true;
      else if (text.trim() !== '') inside.hasText = true;
    }
    if (kind === 'open') open.push({ start: at, hasText: false, hasElements: false });
  });
  return ends;
}

function joined(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join('');
}
