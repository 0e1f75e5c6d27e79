export interface TemplatePiece {
  readonly text: string;
  /** The variable's name, where this is `{{name}}`; `null` for the text between. */
  readonly name: string | null;
}

const TEMPLATE = /\{\{([^{}\n]{1,200})\}\}/g;

/** A text in pieces: its variables, and what stands between them. */
export function templatePieces(text: string): readonly TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let position = 0;
  for (const match of text.matchAll(TEMPLATE)) {
    if (match.index > position) pieces.push({ text: text.slice(position, match.index), name: null });
    pieces.push({ text: match[0], name: (match[1] ?? '').trim() });
    position = match.index + match[0].length;
  }
  if (position < text.length) pieces.push({ text: text.slice(position), name: null });
  return pieces;
}

/** A variable that is being typed: from its braces on, and what is typed of its name. */
export interface OpenTemplate {
  readonly from: number;
  /** Where it ends: behind braces that close it already. */
  readonly to: number;
  readonly typed: string;
}

const OPEN = /\{\{\s*([^{}\n]{0,200})$/;
const REST = /^[^{}\n]{0,200}\}\}/;

/** The variable in which the caret stands; `null` elsewhere. */
export function openTemplateAt(text: string, caret: number): OpenTemplate | null {
  const match = OPEN.exec(text.slice(Math.max(0, caret - 210), caret));
  if (match === null) return null;
  const from = caret - match[0].length;
  const rest = REST.exec(text.slice(caret, caret + 210))?.[0] ?? '';
  return { from, to: caret + rest.length, typed: match[1] ?? '' };
}
