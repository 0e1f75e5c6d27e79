import type {
  Collection,
  CollectionItem,
  CollectionSummary,
  FolderItem,
  RequestItem,
} from '../../../../shared/domain/collection.ts';
import type { ListedCollection } from '../../../bridge/use-collections.ts';
import type { TreeRow } from '../../../ui/tree-grid.tsx';
import type { CollectionsTexts } from '../../../../shared/texts/en/collections.ts';

/** What a row of the tree stands for. `collection` is `null` while its file is being read, and when it cannot be. */
export type TreeNode =
  | {
      readonly kind: 'collection';
      readonly summary: CollectionSummary;
      readonly collection: Collection | null;
    }
  | {
      readonly kind: 'folder';
      readonly collection: Collection;
      readonly item: FolderItem;
      readonly parentId: string | null;
    }
  | {
      readonly kind: 'request';
      readonly collection: Collection;
      readonly item: RequestItem;
      readonly parentId: string | null;
    };

export type ItemNode = Exclude<TreeNode, { kind: 'collection' }>;
export type TreeNodeRow = TreeRow<TreeNode>;

export interface TreeView {
  /** What the person opened (`true`) or closed, by the row's id; the rest is as `isOpenAtFirst` says. */
  readonly expanded: ReadonlyMap<string, boolean>;
  readonly search: string;
  /** The row of the request that is shown; `null` for none. */
  readonly selectedId: string | null;
}

export function itemRowId(collectionId: string, itemId: string): string {
  return `${collectionId}\n${itemId}`;
}

export function rowIdOfNode(node: TreeNode): string {
  return node.kind === 'collection' ? node.summary.id : itemRowId(node.collection.id, node.item.id);
}

export function nodeName(node: TreeNode): string {
  return node.kind === 'collection' ? node.summary.name : node.item.name;
}

/** Rows in view, in order. A search shows what holds all its words, and the folders around that. */
export function treeRows(
  collections: readonly ListedCollection[],
  view: TreeView,
  texts: CollectionsTexts,
): readonly TreeNodeRow[] {
  const words = searchWords(view.search);
  const isSearch = words.length > 0;
  const shown = collections
    .map((listed) => ({
      ...listed,
      items: listed.collection === null ? [] : matching(listed.collection.items, words),
    }))
    .filter(({ summary, items }) => !isSearch || items.length > 0 || holdsWords(summary.name, words));
  return shown.flatMap(({ summary, collection, items }, index) => {
    const isExpanded =
      items.length > 0 || summary.problem === null
        ? isSearch || (view.expanded.get(summary.id) ?? isOpenAtFirst(summary))
        : null;
    const row: TreeNodeRow = {
      id: summary.id,
      value: { kind: 'collection', summary, collection },
      label: summary.name,
      ...{ level: 1, isExpanded, position: index + 1, siblingCount: shown.length, isSelected: false },
    };
    if (collection === null || isExpanded !== true) return [row];
    return [row, ...itemRows({ collection, parentId: null, items, level: 2, isSearch }, view, texts)];
  });
}

interface Level {
  readonly collection: Collection;
  readonly parentId: string | null;
  readonly items: readonly CollectionItem[];
  readonly level: number;
  readonly isSearch: boolean;
}

function itemRows(of: Level, view: TreeView, texts: CollectionsTexts): readonly TreeNodeRow[] {
  const { collection, parentId, items, level, isSearch } = of;
  return items.flatMap((item, index) => {
    const id = itemRowId(collection.id, item.id);
    const common = { id, label: nameOf(item, texts), level, position: index + 1, siblingCount: items.length };
    if (item.kind === 'request') {
      const value = { kind: 'request', collection, item, parentId } as const;
      return [{ ...common, value, isExpanded: null, isSelected: id === view.selectedId }];
    }
    const isExpanded = isSearch || (view.expanded.get(id) ?? isFirstOfBuiltIn(collection, item));
    const value = { kind: 'folder', collection, item, parentId } as const;
    const row: TreeNodeRow = { ...common, value, isExpanded, isSelected: false };
    if (!isExpanded) return [row];
    const within = { ...of, parentId: item.id, items: item.items, level: level + 1 };
    return [row, ...itemRows(within, view, texts)];
  });
}

function nameOf(item: CollectionItem, texts: CollectionsTexts): string {
  if (item.name !== '') return item.name;
  return item.kind === 'folder' ? texts.common.unnamedFolder : texts.tree.unnamedRequest;
}

/** A collection of thousands begins closed. */
function isOpenAtFirst({ requestCount }: CollectionSummary): boolean {
  return requestCount <= 500;
}

/** The first folders of the built-in collection are open at first: they are where one begins. */
function isFirstOfBuiltIn(collection: Collection, folder: FolderItem): boolean {
  return collection.isBuiltIn && collection.items.slice(0, 2).includes(folder);
}

function searchWords(search: string): readonly string[] {
  return normalised(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function normalised(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

function holdsWords(text: string, words: readonly string[]): boolean {
  const plain = normalised(text);
  return words.every((word) => plain.includes(word));
}

/** The items that hold the words, with the folders around them; a folder that holds them is shown whole. */
function matching(items: readonly CollectionItem[], words: readonly string[]): readonly CollectionItem[] {
  if (words.length === 0) return items;
  return items.flatMap((item): readonly CollectionItem[] => {
    const text = item.kind === 'request' ? `${item.name} ${item.method}` : item.name;
    if (holdsWords(text, words)) return [item];
    if (item.kind === 'request') return [];
    const below = matching(item.items, words);
    return below.length === 0 ? [] : [{ ...item, items: below }];
  });
}
