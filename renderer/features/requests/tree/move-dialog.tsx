import { useState } from 'react';
import type { Collection } from '../../../../shared/domain/collection.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { foldersOf } from '../saving/save-places.ts';
import type { DropPlace } from './move-places.ts';
import { nodeName, type ItemNode } from './tree-nodes.ts';

interface MoveDialogProps {
  readonly node: ItemNode;
  /** Those that it can go into, its own among them. */
  readonly collections: readonly Collection[];
  readonly onMove: (place: DropPlace) => Promise<void>;
  readonly onClose: () => void;
}

const NO_FOLDER = 'none';

/** Into which collection and folder a request or a folder goes. */
export function MoveDialog({ node, collections, onMove, onClose }: MoveDialogProps) {
  const { item } = node;
  const [collectionId, setCollectionId] = useState(node.collection.id);
  const collection = collections.find(({ id }) => id === collectionId) ?? node.collection;
  const [folderId, setFolderId] = useState(node.parentId ?? NO_FOLDER);
  const inside =
    item.kind === 'folder' && collection.id === node.collection.id
      ? new Set([item.id, ...foldersOf(item.items).map(({ id }) => id)])
      : null;
  const folders = foldersOf(collection.items).filter(({ id }) => inside?.has(id) !== true);
  return (
    <Dialog
      title={`Move “${nodeName(node)}”`}
      onClose={onClose}
      onSubmit={() =>
        void onMove({
          collectionId: collection.id,
          folderId: folderId === NO_FOLDER ? null : folderId,
          beforeId: null,
        })
      }
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Move
          </Button>
        </>
      }
    >
      {collections.length > 1 && (
        <Select
          label="Collection"
          options={collections.map(({ id, name }) => ({ id, label: name }))}
          value={collection.id}
          onChange={(id) => {
            setCollectionId(id);
            setFolderId(NO_FOLDER);
          }}
        />
      )}
      <Select
        label="To"
        options={[
          { id: NO_FOLDER, label: collection.name, description: 'In no folder' },
          ...folders.map(({ id, path }) => ({ id, label: path })),
        ]}
        value={folderId}
        onChange={setFolderId}
        description="It is put at the end."
        autoFocus
      />
    </Dialog>
  );
}
