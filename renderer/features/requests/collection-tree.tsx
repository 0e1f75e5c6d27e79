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
import type { Collection, SavedRequest } from '../../../shared/domain/collection.ts';
import { classNames } from '../../ui/class-names.ts';
import { MethodName } from '../../ui/exchange/method-name.tsx';
import styles from './collection-tree.module.css';
import { isEdited, type OpenRequest, savedKey } from './open-request.ts';

interface CollectionTreeProps {
  readonly collection: Collection;
  readonly active: OpenRequest;
  /** Keys of open requests, other than the active one, whose changes are kept. */
  readonly editedKeys: ReadonlySet<string>;
  readonly onOpen: (request: SavedRequest) => void;
}

/** Folders and requests. One tab stop: arrows move and open folders, Enter opens a request. */
export function CollectionTree({ collection, active, editedKeys, onOpen }: CollectionTreeProps) {
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(
    () => new Set(collection.folders.slice(0, 2).map(({ id }) => id)),
  );
  const open = (key: Key) => {
    const folder = collection.folders.find(({ id }) => id === key);
    if (folder !== undefined) {
      setExpanded(
        expanded.has(key)
          ? new Set([...expanded].filter((other) => other !== key))
          : new Set([...expanded, key]),
      );
      return;
    }
    const request = collection.folders.flatMap(({ requests }) => requests).find(({ id }) => id === key);
    if (request !== undefined) onOpen(request);
  };
  return (
    <Tree
      aria-label={collection.name}
      className={classNames(styles.tree)}
      items={collection.folders}
      expandedKeys={expanded}
      onExpandedChange={setExpanded}
      onAction={open}
      dependencies={[active, editedKeys]}
    >
      {(folder) => (
        <TreeItem id={folder.id} textValue={folder.name} className={classNames(styles.item)}>
          <TreeItemContent>
            <div className={styles.content}>
              <Button slot="chevron" className={classNames(styles.chevron)}>
                <ChevronRight aria-hidden="true" />
              </Button>
              <span className={styles.label}>{folder.name}</span>
            </div>
          </TreeItemContent>
          <Items items={folder.requests}>
            {(request) => {
              const key = savedKey(collection.id, request.id);
              const isActive = key === active.key;
              return (
                <RequestItem
                  request={request}
                  isActive={isActive}
                  isChanged={isActive ? isEdited(active) : editedKeys.has(key)}
                />
              );
            }}
          </Items>
        </TreeItem>
      )}
    </Tree>
  );
}

interface RequestItemProps {
  readonly request: SavedRequest;
  readonly isActive: boolean;
  readonly isChanged: boolean;
}

function RequestItem({ request, isActive, isChanged }: RequestItemProps) {
  return (
    <TreeItem
      id={request.id}
      textValue={request.draft.name}
      className={classNames(styles.item)}
      data-active={isActive || undefined}
    >
      <TreeItemContent>
        <div className={styles.content}>
          <MethodName method={request.draft.method} isShort />
          <span className={styles.label} title={request.description}>
            {request.draft.name}
          </span>
          {isChanged && <span className={styles.dot} role="img" aria-label="Edited" />}
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}
