/** A block of a .bru file: `name {` … `}`, `name [` … `]`; its lines without the indentation of the block. */
export interface BruBlock {
  readonly name: string;
  readonly kind: 'lines' | 'list';
  readonly lines: readonly string[];
}

const OPENING = /^([a-z][a-z0-9:_-]{0,60})\s*([{[])\s*$/;

/**
 * Takes a .bru file apart (https://docs.usebruno.com/bru-lang/overview): a block starts at a line's beginning and ends at a line that
 * is its bracket alone, so that what stands within, indented, needs no parsing. `null` for a text that is no such file.
 */
export function bruBlocks(text: string): readonly BruBlock[] | null {
  const blocks: BruBlock[] = [];
  let open: { readonly name: string; readonly end: string; readonly lines: string[] } | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (open === null) {
      const match = OPENING.exec(line);
      if (match !== null) open = { name: match[1] ?? '', end: match[2] === '[' ? ']' : '}', lines: [] };
      else if (line.trim() !== '') return null;
    } else if (line.trimEnd() === open.end) {
      blocks.push({
        name: open.name,
        kind: open.end === ']' ? 'list' : 'lines',
        lines: outdented(open.lines),
      });
      open = null;
    } else {
      open.lines.push(line);
    }
  }
  return open === null ? blocks : null;
}

/** A block's lines stand two spaces in. */
function outdented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/^ {1,2}|^\t/, ''));
}

export interface BruRow {
  readonly key: string;
  readonly value: string;
  readonly isEnabled: boolean;
  /** `@contentType(…)` of a form field. */
  readonly contentType: string;
}

const MULTILINE = "'''";

/** `key: value`; `~` before it takes it out; `'''` holds several lines; a key may stand in quotes. */
export function bruRows(block: BruBlock | undefined): readonly BruRow[] {
  const rows: BruRow[] = [];
  const lines = block?.lines ?? [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').trim();
    if (line === '' || line.startsWith('@')) continue;
    const isEnabled = !line.startsWith('~');
    const { key, rest } = keyOf(isEnabled ? line : line.slice(1));
    if (key === null) continue;
    if (!rest.startsWith(MULTILINE)) {
      rows.push({ key, isEnabled, ...valueOf(rest) });
      continue;
    }
    const content: string[] = [];
    const first = rest.slice(MULTILINE.length);
    let closing = first.indexOf(MULTILINE) === -1 ? null : first;
    if (closing === null && first !== '') content.push(first);
    while (closing === null && index + 1 < lines.length) {
      index += 1;
      const next = lines[index] ?? '';
      if (next.includes(MULTILINE)) closing = next;
      else content.push(next.replace(/^ {1,2}/, ''));
    }
    const end = closing?.indexOf(MULTILINE) ?? 0;
    if (closing !== null && closing.slice(0, end).trim() !== '') content.push(closing.slice(0, end));
    const after = closing?.slice(end + MULTILINE.length) ?? '';
    rows.push({ key, isEnabled, value: content.join('\n'), contentType: valueOf(after).contentType });
  }
  return rows;
}

function keyOf(text: string): { readonly key: string | null; readonly rest: string } {
  const quoted = /^"((?:[^"\\]|\\.)*)"\s*:/.exec(text);
  if (quoted !== null) {
    return { key: (quoted[1] ?? '').replaceAll(/\\(.)/g, '$1'), rest: text.slice(quoted[0].length).trim() };
  }
  const colon = text.indexOf(':');
  if (colon === -1) return { key: null, rest: '' };
  return { key: text.slice(0, colon).trim(), rest: text.slice(colon + 1).trim() };
}

const CONTENT_TYPE = '@contentType(';

function valueOf(text: string): { readonly value: string; readonly contentType: string } {
  const start = text.endsWith(')') ? text.lastIndexOf(CONTENT_TYPE) : -1;
  if (start === -1) return { value: text, contentType: '' };
  return { value: text.slice(0, start).trimEnd(), contentType: text.slice(start + CONTENT_TYPE.length, -1) };
}

/** A list block's entries: `a, b` or one a line. */
export function bruList(block: BruBlock | undefined): readonly string[] {
  return (block?.lines ?? [])
    .flatMap((line) => line.split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
