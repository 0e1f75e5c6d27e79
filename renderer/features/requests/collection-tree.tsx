import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Collection as Items,
  type Key,
  Tree,
  TreeItem,
  TreeItemContent,
} from 'react-aria-components';
import type {
  Collection,
  CollectionItem,
  FolderItem,
  RequestItem,
} from '../../../shared/domain/collection.ts';
import { classNames } from '../../ui/class-names.ts';
import { MethodName } from '../../ui/exchange/method-name.tsx';
import styles from './collection-tree.module.css';
import { isEdited, type OpenRequest, savedKey } from './open-request.ts';

interface CollectionTreeProps {
  readonly collection: Collection;
  readonly active: OpenRequest;
  /** Keys of open requests, other than the active one, whose changes are kept. */
  readonly editedKeys: ReadonlySet<string>;
  readonly onOpen: (requestId: string) => void;
}

/** Folders and requests. One tab stop: arrows move and open folders, Enter opens a request. */
export function CollectionTree({ collection, active, editedKeys, onOpen }: CollectionTreeProps) {
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(
    () => new Set(collection.items.slice(0, 2).map(({ id }) => id)),
  );
  const folders = foldersIn(collection.items);
  const open = (key: Key) => {
    if (!folders.has(key)) {
      onOpen(String(key));
      return;
    }
    const others = [...expanded].filter((other) => other !== key);
    setExpanded(new Set(expanded.has(key) ? others : [...others, key]));
  };
  const stateOf = ({ id }: RequestItem) => {
    const key = savedKey(collection.id, id);
    const isActive = key === active.key;
    return { isActive, isChanged: isActive ? isEdited(active) : editedKeys.has(key) };
  };
  const show = (item: CollectionItem) =>
    item.kind === 'folder' ? (
      <TreeItem id={item.id} textValue={item.name} className={classNames(styles.item)}>
        <FolderContent folder={item} />
        <Items items={item.items}>{show}</Items>
      </TreeItem>
    ) : (
      <RequestTreeItem request={item} {...stateOf(item)} />
    );
  return (
    <Tree
      aria-label={collection.name}
      className={classNames(styles.tree)}
      items={collection.items}
      expandedKeys={expanded}
      onExpandedChange={setExpanded}
      onAction={open}
      dependencies={[active, editedKeys]}
    >
      {show}
    </Tree>
  );
}

function foldersIn(items: readonly CollectionItem[]): ReadonlySet<Key> {
  return new Set(
    items.flatMap((item) => (item.kind === 'folder' ? [item.id, ...foldersIn(item.items)] : [])),
  );
}

function FolderContent({ folder }: { readonly folder: FolderItem }) {
  return (
    <TreeItemContent>
      <div className={styles.content}>
        <Button slot="chevron" className={classNames(styles.chevron)}>
          <ChevronRight aria-hidden="true" />
        </Button>
        <span className={styles.label} title={folder.description}>
          {folder.name}
        </span>
      </div>
    </TreeItemContent>
  );
}

interface RequestTreeItemProps {
  readonly request: RequestItem;
  readonly isActive: boolean;
  readonly isChanged: boolean;
}

function RequestTreeItem({ request, isActive, isChanged }: RequestTreeItemProps) {
  return (
    <TreeItem
      id={request.id}
      textValue={request.name}
      className={classNames(styles.item)}
      data-active={isActive || undefined}
    >
      <TreeItemContent>
        <div className={styles.content}>
          <MethodName method={request.method} isShort />
          <span className={styles.label} title={request.name}>
            {request.name}
          </span>
          {isChanged && <span className={styles.dot} role="img" aria-label="Edited" />}
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}
