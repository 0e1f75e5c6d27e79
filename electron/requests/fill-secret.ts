import { graphqlPieces, type GraphqlPiece } from '../../shared/domain/graphql-text.ts';

/** A text with a secret in the place of its mark, which comes through every encoding as it is. */
export interface SecretFilling {
  readonly mark: string;
  readonly secret: string;
}

/** JSON with the secret written as it must be where it stands: escaped within a string, elsewhere as it is (RFC 8259, 7). */
export function fillJson(text: string, { mark, secret }: SecretFilling): string {
  let filled = '';
  let from = 0;
  let isInString = false;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, from)) {
    const before = text.slice(from, at);
    isInString = endsInString(before, isInString);
    filled += before + (isInString ? escaped(secret) : secret);
    from = at + mark.length;
  }
  return filled + text.slice(from);
}

function endsInString(text: string, wasInString: boolean): boolean {
  let isInString = wasInString;
  for (const [token] of text.matchAll(/\\[^]|"/g)) {
    if (token === '"') isInString = !isInString;
    // Outside a string a backslash escapes nothing.
    else if (!isInString && token === '\\"') isInString = true;
  }
  return isInString;
}

/** What ends a block string, or with what stands beside it could; it knows no other escape. */
const UNFIT_FOR_BLOCK = /["\\]/;
/** What follows it would be read as a part of the query. */
const UNFIT_FOR_COMMENT = /[\n\r]/;

/**
 * The JSON of a GraphQL request with the secret in it, escaped for the string of the query in which it stands and then for JSON;
 * `null` where it stands in a block string or a comment that cannot hold it.
 */
export function fillGraphql(json: string, filling: SecretFilling): string | null {
  const start = json.indexOf(':') + 1;
  const end = endOfString(json, start);
  const rest = fillJson(json.slice(end), filling);
  const written = json.slice(start, end);
  if (!written.includes(filling.mark)) return json.slice(0, end) + rest;
  const query = fillQuery(String(JSON.parse(written)), filling);
  return query === null ? null : json.slice(0, start) + JSON.stringify(query) + rest;
}

/** Of the string that begins at this place. */
function endOfString(json: string, start: number): number {
  const parts = /\\[^]|"/g;
  parts.lastIndex = start + 1;
  for (let match = parts.exec(json); match !== null; match = parts.exec(json))
    if (match[0] === '"') return parts.lastIndex;
  return json.length;
}

function fillQuery(query: string, { mark, secret }: SecretFilling): string | null {
  let filled = '';
  for (const { kind, start, end } of graphqlPieces(query)) {
    const piece = query.slice(start, end);
    if (piece.includes(mark) && isUnfit(kind, secret)) return null;
    const text = kind === 'string' ? escaped(secret) : secret;
    filled += piece.replaceAll(mark, () => text);
  }
  return filled;
}

function isUnfit(kind: GraphqlPiece['kind'], secret: string): boolean {
  if (kind === 'block-string') return UNFIT_FOR_BLOCK.test(secret);
  return kind === 'comment' && UNFIT_FOR_COMMENT.test(secret);
}

/** As JSON escapes it, and GraphQL reads it: https://spec.graphql.org/October2021/#sec-String-Value */
function escaped(secret: string): string {
  return JSON.stringify(secret).slice(1, -1);
}
