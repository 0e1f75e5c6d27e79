import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { foldersOf } from '../saving/save-places.ts';
import type { MovePlace } from './move-places.ts';
import { nodeName, type ItemNode } from './tree-nodes.ts';

interface MoveDialogProps {
  readonly node: ItemNode;
  readonly onMove: (place: MovePlace) => Promise<void>;
  readonly onClose: () => void;
}

const NO_FOLDER = 'none';

/** Into which folder of its collection a request or a folder goes. */
export function MoveDialog({ node, onMove, onClose }: MoveDialogProps) {
  const { collection, item } = node;
  const [folderId, setFolderId] = useState(node.parentId ?? NO_FOLDER);
  const inside =
    item.kind === 'folder' ? new Set([item.id, ...foldersOf(item.items).map(({ id }) => id)]) : null;
  const folders = foldersOf(collection.items).filter(({ id }) => inside?.has(id) !== true);
  return (
    <Dialog
      title={`Move “${nodeName(node)}”`}
      onClose={onClose}
      onSubmit={() => void onMove({ folderId: folderId === NO_FOLDER ? null : folderId, beforeId: null })}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Move
          </Button>
        </>
      }
    >
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
