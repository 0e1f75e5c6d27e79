import { childrenOf, isContainer, type JsonKey, type JsonNode } from '../../../shared/domain/json-nodes.ts';

/** A value at the top of the tree: the whole, or one that a JSONPath found, and where. */
export interface FoundNode {
  readonly node: JsonNode;
  readonly keys: readonly JsonKey[];
}

/** A line of the tree. */
export interface JsonRow {
  readonly node: JsonNode;
  readonly keys: readonly JsonKey[];
  /** Counted from 1. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  /** `null`: it holds nothing that could be shown. */
  readonly isOpen: boolean | null;
}

/** What an object or array holds, looked up once for each. */
export type Children = (node: JsonNode) => readonly JsonNode[];

export function childrenIn(text: string): Children {
  const known = new Map<number, readonly JsonNode[]>();
  return (node) => {
    const before = known.get(node.start);
    if (before !== undefined) return before;
    const children = childrenOf(text, node);
    known.set(node.start, children);
    return children;
  };
}

/** The lines that are in view while `open` (starts of values) are unfolded. */
export function jsonRows(
  roots: readonly FoundNode[],
  open: ReadonlySet<number>,
  children: Children,
): readonly JsonRow[] {
  const rows: JsonRow[] = [];
  const add = ({ node, keys }: FoundNode, place: Pick<JsonRow, 'level' | 'position' | 'siblings'>): void => {
    const held = isContainer(node.kind) ? children(node) : [];
    const isOpen = held.length === 0 ? null : open.has(node.start);
    rows.push({ node, keys, ...place, isOpen });
    if (isOpen !== true) return;
    held.forEach((child, index) => {
      const at = { level: place.level + 1, position: index + 1, siblings: held.length };
      add({ node: child, keys: [...keys, child.key ?? index] }, at);
    });
  };
  roots.forEach((root, index) => {
    add(root, { level: 1, position: index + 1, siblings: roots.length });
  });
  return rows;
}

const OPEN_AT_FIRST = 200;

/** What is unfolded at first: the whole, and as many of the levels below as make no more than a few screens. */
export function openAtFirst(roots: readonly FoundNode[], children: Children): ReadonlySet<number> {
  const open = new Set<number>();
  let level: readonly JsonNode[] = roots.map(({ node }) => node);
  let shown = level.length;
  while (level.length > 0) {
    const below = level.flatMap((node) => children(node));
    if (open.size > 0 && shown + below.length > OPEN_AT_FIRST) break;
    for (const node of level) if (isContainer(node.kind)) open.add(node.start);
    shown += below.length;
    level = below;
  }
  return open;
}
