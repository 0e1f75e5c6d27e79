/** A text or a number that stands under a name in a JSON text or a GraphQL query. */
export interface NamedValue {
  readonly name: string;
  /** Without its escapes. */
  readonly value: string;
  /** Where what may be replaced stands: of a string, what is between its quotes. */
  readonly start: number;
  readonly end: number;
  /** Whether it stands in a block string of GraphQL. */
  readonly isInBlock?: boolean;
}

/** Strings to their end or the end of the text, so that matching stays linear; templates, since their braces open nothing. */
const JSON_TOKEN = /"(?:[^"\\]+|\\[^])*(?:"|\\?$)|\{\{[^{}]*\}\}|[{}[\]:,]|[^\s"{}[\]:,]+/g;
const NUMBER = /^-?\d[\d.eE+-]*$/;

/**
 * The values of a JSON text that have a name, in order; those of a list have the name of the list. What is no JSON yet, as a body with
 * templates or with a comma too many, is read as far as it goes.
 */
export function jsonValues(text: string): readonly NamedValue[] {
  const values: NamedValue[] = [];
  const lists: (string | null)[] = [];
  let name: string | null = null;
  let last: string | null = null;
  for (const { 0: token, index } of text.matchAll(JSON_TOKEN)) {
    const before = last;
    last = null;
    switch (token) {
      case ':':
        name = before;
        break;
      case '{':
        lists.push(null);
        name = null;
        break;
      case '[':
        lists.push(name);
        break;
      case '}':
      case ']':
        lists.pop();
        name = lists.at(-1) ?? null;
        break;
      case ',':
        name = lists.at(-1) ?? null;
        break;
      default: {
        const isString = token.startsWith('"');
        if (isString) last = unescaped(inQuotes(token));
        if (name !== null && (isString || NUMBER.test(token) || token.startsWith('{{')))
          values.push(valueAt(name, token, index));
      }
    }
  }
  return values;
}

function valueAt(name: string, token: string, index: number): NamedValue {
  if (!token.startsWith('"')) return { name, value: token, start: index, end: index + token.length };
  const inner = inQuotes(token);
  return { name, value: unescaped(inner), start: index + 1, end: index + 1 + inner.length };
}

function inQuotes(token: string): string {
  return token.length > 1 && token.endsWith('"') ? token.slice(1, -1) : token.slice(1);
}

/** Comments, blocks and strings whole, so that nothing in them is taken for an argument; and what may stand before a string. */
const GRAPHQL_TOKEN =
  /#[^\n\r]*|"""(?:[^"\\]+|\\[^]|"{1,2}(?!"))*(?:"""|\\?$)|"(?:[^"\\\n\r]+|\\.)*"?|([A-Za-z_]\w{0,99})\s{0,200}:\s{0,200}(?:[[\]\w!]{1,200}\s{0,200}=\s{0,200})?/g;

/** The strings of a GraphQL query that have a name, in order: `password: "…"`, and the default in `$token: String! = "…"`. */
export function graphqlValues(query: string): readonly NamedValue[] {
  const values: NamedValue[] = [];
  let name: string | undefined;
  let nameEnd = -1;
  for (const { 0: token, 1: next, index } of query.matchAll(GRAPHQL_TOKEN)) {
    if (name !== undefined && nameEnd === index && token.startsWith('"'))
      values.push(graphqlValueAt(name, token, index));
    name = next;
    nameEnd = index + token.length;
  }
  return values;
}

function graphqlValueAt(name: string, token: string, index: number): NamedValue {
  const quotes = token.startsWith('"""') ? '"""' : '"';
  const isEnded = token.length >= 2 * quotes.length && token.endsWith(quotes);
  const inner = token.slice(quotes.length, isEnded ? -quotes.length : undefined);
  const start = index + quotes.length;
  const place = { start, end: start + inner.length };
  return quotes === '"'
    ? { name, value: unescaped(inner), ...place }
    : { name, value: inner, ...place, isInBlock: true };
}

function unescaped(written: string): string {
  if (!written.includes('\\')) return written;
  try {
    return String(JSON.parse(`"${written}"`));
  } catch (error) {
    // No string of JSON: it is judged as it stands.
    if (error instanceof SyntaxError) return written;
    throw error;
  }
}

/** The text with something else in the place of a value. */
export function replaceValue(
  text: string,
  at: Pick<NamedValue, 'start' | 'end'>,
  replacement: string,
): string {
  return text.slice(0, at.start) + replacement + text.slice(at.end);
}
