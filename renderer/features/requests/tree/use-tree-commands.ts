import { useState } from 'react';
import type { Bridge } from '../../../../shared/contract/bridge.ts';
import { emptyRequestDraft } from '../../../../shared/domain/http-request.ts';
import { failed, type Result } from '../../../../shared/domain/app-error.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { useWorkbench } from '../workbench-context.ts';
import type { Workbench } from '../workbench.ts';
import { requestsIn } from '../../../../shared/domain/collection.ts';
import { placeNow, type DropPlace, type MovePlace } from './move-places.ts';
import { itemRowId, nodeName, type ItemNode, type TreeNode } from './tree-nodes.ts';
import { collectionsTexts, type CollectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

export interface TreeCommands {
  readonly createCollection: (name: string) => Promise<boolean>;
  /** A collection to look around with, marked as a sample. */
  readonly addSample: () => Promise<void>;
  /** In a collection or a folder, at its end; its name is asked for in its row. */
  readonly addRequest: (parent: TreeNode) => Promise<void>;
  readonly addFolder: (parent: TreeNode) => Promise<void>;
  readonly rename: (node: TreeNode, name: string) => Promise<void>;
  readonly duplicate: (node: TreeNode) => Promise<void>;
  /** Within its collection, or into another one: then its open tabs go with it, and the message that says so takes it back. */
  readonly move: (node: ItemNode, place: MovePlace & Partial<DropPlace>) => Promise<boolean>;
  /** The message that says so takes it back. */
  readonly remove: (node: TreeNode) => Promise<void>;
  /** Takes back what was deleted, or moved into another collection, last. */
  readonly undo: () => Promise<void>;
  readonly showFile: (collectionId: string) => Promise<void>;
}

type Undo = () => Promise<void>;

export interface TreeFocus {
  /** The row to go to once it is there. */
  readonly onFocus: (rowId: string) => void;
  /** The row whose name is typed. */
  readonly onRename: (rowId: string) => void;
  readonly onOpenParent: (node: TreeNode) => void;
}

/** What the rows of the tree do; what they changed comes back as the file's own. */
export function useTreeCommands(focus: TreeFocus): TreeCommands {
  const texts = useTexts(collectionsTexts);
  const bridge = useBridge();
  const workbench = useWorkbench();
  const toast = useToast();
  const [undos, setUndos] = useState<readonly Undo[]>([]);

  const said = async <Value>(call: Promise<Result<Value>>): Promise<Value | null> => {
    const result = await call.catch(() => failed('internal'));
    if (result.ok) return result.value;
    toast.showError(result.error);
    return null;
  };
  const undo = async (last: Undo | undefined): Promise<void> => {
    if (last === undefined) return;
    setUndos((kept) => kept.filter((each) => each !== last));
    await last();
  };
  /** The message takes it back, as long as it is shown; the tree's own way does so later too. */
  const tell = (title: string, takeBack: Undo): void => {
    setUndos((kept) => [...kept, takeBack]);
    toast.show({
      tone: 'good',
      title,
      action: { label: texts.tree.undo, onAction: () => void undo(takeBack) },
    });
  };

  return {
    createCollection: async (name) => {
      const created = await said(bridge.invoke('collections.create', { name }));
      if (created !== null) focus.onFocus(created.id);
      return created !== null;
    },
    addSample: async () => {
      const added = await said(bridge.invoke('collections.addSample', {}));
      if (added !== null) focus.onFocus(added.id);
    },
    ...addingCommands({ bridge, focus, said, open: workbench.openSaved }, texts),
    ...namingCommands({ bridge, focus, said }),
    move: movingCommand({ bridge, focus, said, tell, followMoved: workbench.moveSaved }, texts),
    remove: async (node) => {
      const gone = await said(
        node.kind === 'collection'
          ? bridge.invoke('collections.delete', { id: node.summary.id })
          : bridge.invoke('collections.deleteItem', itemPlace(node)),
      );
      if (gone === null) return;
      tell(texts.tree.deleted(nodeName(node)), async () => {
        await said(bridge.invoke('collections.undo', { undoId: gone.undoId }));
      });
    },
    undo: () => undo(undos.at(-1)),
    showFile: async (collectionId) => {
      await said(bridge.invoke('collections.showFile', { id: collectionId }));
    },
  };
}

interface AddingParts {
  readonly bridge: Bridge;
  readonly focus: TreeFocus;
  /** `null` for a refusal, which was told. */
  readonly said: <Value>(call: Promise<Result<Value>>) => Promise<Value | null>;
  readonly open: Workbench['openSaved'];
}

function addingCommands(
  { bridge, focus, said, open }: AddingParts,
  texts: CollectionsTexts,
): Pick<TreeCommands, 'addRequest' | 'addFolder'> {
  return {
    addRequest: async (parent) => {
      const { collectionId, folderId } = placeIn(parent);
      const place = { folderId, beforeId: null };
      const draft = { ...emptyRequestDraft(), name: texts.common.newRequest };
      const added = await said(bridge.invoke('collections.addRequest', { collectionId, place, draft }));
      if (added === null) return;
      focus.onOpenParent(parent);
      open(collectionId, added);
      focus.onRename(itemRowId(collectionId, added.id));
    },
    addFolder: async (parent) => {
      const { collectionId, folderId } = placeIn(parent);
      const place = { folderId, beforeId: null };
      const added = await said(
        bridge.invoke('collections.addFolder', { collectionId, place, name: texts.menu.newFolder }),
      );
      if (added === null) return;
      focus.onOpenParent(parent);
      focus.onRename(itemRowId(collectionId, added.id));
    },
  };
}

function namingCommands({
  bridge,
  focus,
  said,
}: Omit<AddingParts, 'open'>): Pick<TreeCommands, 'rename' | 'duplicate'> {
  return {
    rename: async (node, name) => {
      await said(
        node.kind === 'collection'
          ? bridge.invoke('collections.rename', { id: node.summary.id, name })
          : bridge.invoke('collections.renameItem', { ...itemPlace(node), name }),
      );
    },
    duplicate: async (node) => {
      if (node.kind === 'collection') {
        const copy = await said(bridge.invoke('collections.duplicate', { id: node.summary.id }));
        if (copy !== null) focus.onFocus(copy.id);
        return;
      }
      const copy = await said(bridge.invoke('collections.duplicateItem', itemPlace(node)));
      if (copy !== null) focus.onRename(itemRowId(node.collection.id, copy.id));
    },
  };
}

interface MovingParts extends Omit<AddingParts, 'open'> {
  readonly tell: (title: string, takeBack: Undo) => void;
  readonly followMoved: Workbench['moveSaved'];
}

function movingCommand(
  { bridge, focus, said, tell, followMoved }: MovingParts,
  texts: CollectionsTexts,
): TreeCommands['move'] {
  const moveInto = async (toCollectionId: string, node: ItemNode, place: MovePlace): Promise<boolean> => {
    const from = itemPlace(node);
    const before = placeNow(node);
    const requestIds = requestIdsIn(node);
    const moved = await said(bridge.invoke('collections.moveItemTo', { ...from, toCollectionId, place }));
    if (moved === null) return false;
    if (moved.keepsIds) followMoved(from.collectionId, toCollectionId, requestIds);
    focus.onFocus(itemRowId(toCollectionId, moved.id));
    tell(texts.tree.moved(nodeName(node)), async () => {
      const back = await said(
        bridge.invoke('collections.moveItemTo', {
          ...{ collectionId: toCollectionId, itemId: moved.id },
          ...{ toCollectionId: from.collectionId, place: before },
        }),
      );
      if (back === null) return;
      if (moved.keepsIds && back.keepsIds) followMoved(toCollectionId, from.collectionId, requestIds);
      focus.onFocus(itemRowId(from.collectionId, back.id));
    });
    return true;
  };
  return async (node, { collectionId = node.collection.id, ...place }) => {
    if (collectionId !== node.collection.id) return await moveInto(collectionId, node, place);
    const moved = await said(bridge.invoke('collections.moveItem', { ...itemPlace(node), place }));
    if (moved !== null) focus.onFocus(itemRowId(node.collection.id, node.item.id));
    return moved !== null;
  };
}

function itemPlace({ collection, item }: ItemNode) {
  return { collectionId: collection.id, itemId: item.id };
}

function requestIdsIn({ item }: ItemNode): ReadonlySet<string> {
  return new Set(requestsIn([item]).map(({ request }) => request.id));
}

function placeIn(parent: TreeNode): { readonly collectionId: string; readonly folderId: string | null } {
  switch (parent.kind) {
    case 'collection':
      return { collectionId: parent.summary.id, folderId: null };
    case 'folder':
      return { collectionId: parent.collection.id, folderId: parent.item.id };
    case 'request':
      return { collectionId: parent.collection.id, folderId: parent.parentId };
  }
}
