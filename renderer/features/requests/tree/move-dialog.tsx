import { useState } from 'react';
import type { Collection } from '../../../../shared/domain/collection.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { foldersOf } from '../saving/save-places.ts';
import type { DropPlace } from './move-places.ts';
import { nodeName, type ItemNode } from './tree-nodes.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

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
  const texts = useTexts(collectionsTexts);
  const { item } = node;
  const [collectionId, setCollectionId] = useState(node.collection.id);
  const collection = collections.find(({ id }) => id === collectionId) ?? node.collection;
  const [folderId, setFolderId] = useState(node.parentId ?? NO_FOLDER);
  const inside =
    item.kind === 'folder' && collection.id === node.collection.id
      ? new Set([item.id, ...foldersOf(item.items, texts).map(({ id }) => id)])
      : null;
  const folders = foldersOf(collection.items, texts).filter(({ id }) => inside?.has(id) !== true);
  return (
    <Dialog
      title={texts.move.title(nodeName(node))}
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
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit">
            {texts.move.action}
          </Button>
        </>
      }
    >
      {collections.length > 1 && (
        <Select
          label={texts.common.collection}
          options={collections.map(({ id, name }) => ({ id, label: name }))}
          value={collection.id}
          onChange={(id) => {
            setCollectionId(id);
            setFolderId(NO_FOLDER);
          }}
        />
      )}
      <Select
        label={texts.move.to}
        options={[
          { id: NO_FOLDER, label: collection.name, description: texts.move.noFolder },
          ...folders.map(({ id, path }) => ({ id, label: path })),
        ]}
        value={folderId}
        onChange={setFolderId}
        description={texts.move.hint}
        autoFocus
      />
    </Dialog>
  );
}
