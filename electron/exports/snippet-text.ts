/** A mark in a text, and the variable that is read in its place. */
export interface Placeholder {
  readonly mark: string;
  readonly variable: string;
}

export type SnippetPiece =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'variable'; readonly variable: string };

/** A text of the request, and what is read from the surroundings in between. Without pieces it is empty. */
export type SnippetText = readonly SnippetPiece[];

export interface SnippetHeader {
  readonly name: string;
  readonly value: SnippetText;
}

export interface SnippetRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly SnippetHeader[];
  readonly body: SnippetText | null;
}

/** No program's text can hold half a surrogate pair; what is sent in its place is U+FFFD. */
export function splitAtMarks(text: string, placeholders: readonly Placeholder[]): SnippetText {
  const pieces: SnippetPiece[] = [];
  let rest = text.toWellFormed();
  while (rest !== '') {
    const next = nextMark(rest, placeholders);
    const before = rest.slice(0, next?.at ?? rest.length);
    if (before !== '') pieces.push({ kind: 'text', text: before });
    if (next === undefined) break;
    pieces.push({ kind: 'variable', variable: next.variable });
    rest = rest.slice(next.at + next.mark.length);
  }
  return pieces;
}

function nextMark(text: string, placeholders: readonly Placeholder[]) {
  return placeholders
    .map((placeholder) => ({ ...placeholder, at: text.indexOf(placeholder.mark) }))
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at)[0];
}

/** One after the other; of two texts beside each other it makes one. */
export function joinTexts(...texts: readonly SnippetText[]): SnippetText {
  const pieces: SnippetPiece[] = [];
  for (const piece of texts.flat()) {
    const last = pieces.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') {
      pieces.splice(-1, 1, { kind: 'text', text: last.text + piece.text });
    } else {
      pieces.push(piece);
    }
  }
  return pieces;
}

export function plainText(text: string): SnippetText {
  return [{ kind: 'text', text }];
}

/** For languages that keep headers by name: those of one name as one, which means the same (RFC 9110, 5.3). */
export function joinRepeated(headers: readonly SnippetHeader[]): readonly SnippetHeader[] {
  const byName = new Map<string, SnippetHeader>();
  for (const header of headers) {
    const key = header.name.toLowerCase();
    const first = byName.get(key);
    const value: SnippetText =
      first === undefined ? header.value : joinTexts(first.value, plainText(', '), header.value);
    byName.set(key, { name: first?.name ?? header.name, value });
  }
  return [...byName.values()];
}
