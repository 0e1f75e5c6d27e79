import { bruRows, type BruBlock, type BruRow } from './bru-blocks.ts';

/** One .bru file, its blocks by name. A block that stands twice counts the first time. */
export interface BruFile {
  /** `meta`'s name, else the file's. */
  readonly name: string;
  /** Where it stands among its siblings. */
  readonly order: number;
  readonly blocks: ReadonlyMap<string, BruBlock>;
  rows(block: string): readonly BruRow[];
  /** The value of a row that is not taken out; the empty text when there is none. */
  value(block: string, key: string): string;
  /** The lines of a block as they stand. */
  text(block: string): string;
}

export function bruFile(path: string, list: readonly BruBlock[]): BruFile {
  const blocks = new Map<string, BruBlock>();
  for (const block of list) if (!blocks.has(block.name)) blocks.set(block.name, block);
  const rows = (block: string): readonly BruRow[] => bruRows(blocks.get(block));
  const value = (block: string, key: string): string =>
    rows(block).find((row) => row.isEnabled && row.key === key)?.value ?? '';
  const fileName = (path.split('/').at(-1) ?? '').replace(/\.bru$/, '');
  const order = Number(value('meta', 'seq'));
  const name = value('meta', 'name');
  return {
    name: name === '' ? fileName : name,
    order: Number.isFinite(order) && order > 0 ? order : Number.MAX_SAFE_INTEGER,
    blocks,
    rows,
    value,
    text: (block) => (blocks.get(block)?.lines ?? []).join('\n').replace(/^\n+/, '').trimEnd(),
  };
}
