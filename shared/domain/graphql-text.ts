/** A part of a GraphQL text that is read as a whole (https://spec.graphql.org/October2021/#sec-Language.Source-Text). `end` is exclusive. */
export interface GraphqlPiece {
  readonly kind: 'code' | 'comment' | 'string' | 'block-string';
  readonly start: number;
  readonly end: number;
}

/** The pieces of a text in order, also of one that is not whole. */
export function graphqlPieces(text: string): readonly GraphqlPiece[] {
  const pieces: GraphqlPiece[] = [];
  const starts = /["#]/g;
  let done = 0;
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const start = match.index;
    if (start > done) pieces.push({ kind: 'code', start: done, end: start });
    const piece = pieceAt(text, start);
    pieces.push(piece);
    done = piece.end;
    starts.lastIndex = done;
  }
  if (done < text.length) pieces.push({ kind: 'code', start: done, end: text.length });
  return pieces;
}

function pieceAt(text: string, start: number): GraphqlPiece {
  if (text[start] === '#') return { kind: 'comment', start, end: endBy(text, start + 1, /[\n\r]/g) };
  if (text.startsWith('"""', start))
    return { kind: 'block-string', start, end: endBy(text, start + 3, /\\"""|"""/g) };
  return { kind: 'string', start, end: endBy(text, start + 1, /\\[^\n\r]|["\n\r]/g) };
}

/** Where the first match ends that is no escape; the end of a line belongs to no piece. */
function endBy(text: string, from: number, end: RegExp): number {
  end.lastIndex = from;
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    const [found] = match;
    if (found.startsWith('\\')) continue;
    return match.index + (found === '\n' || found === '\r' ? 0 : found.length);
  }
  return text.length;
}

export interface GraphqlOperations {
  readonly count: number;
  /** Those that have one, each once, in order. */
  readonly names: readonly string[];
}

/** The operations of a document, which may hold fragments and types beside them. */
export function graphqlOperations(text: string): GraphqlOperations {
  const names = new Set<string>();
  let count = 0;
  let depth = 0;
  let reading: 'nothing' | 'name' | 'definition' = 'nothing';
  for (const piece of graphqlPieces(text)) {
    if (piece.kind !== 'code') continue;
    for (const [token] of text.slice(piece.start, piece.end).matchAll(/[{}()[\]]|[A-Za-z_]\w*/g)) {
      const isName = /\w/.test(token);
      if (depth > 0 && isName) continue;
      if (isName) {
        if (reading === 'name') names.add(token);
        const isOperation: boolean = reading === 'nothing' && /^(?:query|mutation|subscription)$/.test(token);
        if (isOperation) count += 1;
        reading = isOperation ? 'name' : 'definition';
        continue;
      }
      if (/[{([]/.test(token)) {
        // A selection alone is a query.
        if (token === '{' && reading === 'nothing') count += 1;
        reading = 'definition';
        depth += 1;
        continue;
      }
      depth = Math.max(0, depth - 1);
      if (depth === 0 && token === '}') reading = 'nothing';
    }
  }
  return { count, names: [...names] };
}
