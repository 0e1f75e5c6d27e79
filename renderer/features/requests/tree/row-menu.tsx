import {
  ArrowDown,
  ArrowUp,
  Copy,
  Ellipsis,
  FilePlus,
  FolderInput,
  FolderOpen,
  FolderPlus,
  Info,
  Pencil,
  Play,
  Trash2,
} from 'lucide-react';
import { requestsIn } from '../../../../shared/domain/collection.ts';
import type { RunPlace } from '../../../../shared/domain/run.ts';
import { MenuButton, type MenuAction } from '../../../ui/menu-button.tsx';
import { placeDown, placeUp } from './move-places.ts';
import { nodeName, type ItemNode, type TreeNode } from './tree-nodes.ts';
import type { TreeCommands } from './use-tree-commands.ts';
import { collectionsTexts, type CollectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

export interface RowMenuActions {
  readonly commands: TreeCommands;
  readonly onRename: (node: TreeNode) => void;
  readonly onMoveTo: (node: ItemNode) => void;
  readonly onDetails: (node: TreeNode) => void;
  readonly onRun: (place: RunPlace) => void;
}

interface RowMenuProps {
  readonly node: TreeNode;
  readonly isTabStop: boolean;
  readonly actions: RowMenuActions;
}

/** What can be done with a row. The built-in collection is read, not written. */
export function RowMenu({ node, isTabStop, actions }: RowMenuProps) {
  const texts = useTexts(collectionsTexts);
  const list = actionsOf(node, actions, texts);
  if (list.length === 0) return null;
  return (
    <MenuButton
      label={texts.menu.more(nodeName(node))}
      icon={<Ellipsis />}
      actions={list}
      isTabStop={isTabStop}
    />
  );
}

function actionsOf(node: TreeNode, actions: RowMenuActions, texts: CollectionsTexts): readonly MenuAction[] {
  if (node.kind === 'collection') {
    const { summary, collection } = node;
    if (summary.isBuiltIn) return [...running(node, actions, texts), details(node, actions, texts)];
    if (summary.problem !== null) return [showFile(summary.id, actions, texts), remove(node, actions, texts)];
    if (collection === null) return [];
    return [
      ...adding(node, actions, texts),
      ...running(node, actions, texts),
      details(node, actions, texts),
      ...naming(node, actions, texts),
      showFile(summary.id, actions, texts),
      remove(node, actions, texts),
    ];
  }
  if (node.collection.isBuiltIn) return running(node, actions, texts);
  return [
    ...(node.kind === 'folder'
      ? [...adding(node, actions, texts), ...running(node, actions, texts), details(node, actions, texts)]
      : []),
    ...naming(node, actions, texts),
    ...moving(node, actions, texts),
    remove(node, actions, texts),
  ];
}

function adding(
  node: TreeNode,
  { commands }: RowMenuActions,
  texts: CollectionsTexts,
): readonly MenuAction[] {
  return [
    {
      id: 'request',
      label: texts.common.newRequest,
      icon: <FilePlus />,
      onAction: () => void commands.addRequest(node),
    },
    {
      id: 'folder',
      label: texts.menu.newFolder,
      icon: <FolderPlus />,
      onAction: () => void commands.addFolder(node),
    },
  ];
}

function running(node: TreeNode, { onRun }: RowMenuActions, texts: CollectionsTexts): readonly MenuAction[] {
  if (node.kind === 'request') return [];
  const { collection } = node;
  if (collection === null) return [];
  const folder = node.kind === 'folder' ? node.item : null;
  return [
    {
      id: 'run',
      label: texts.menu.run,
      icon: <Play />,
      startsGroup: !collection.isBuiltIn,
      isDisabled: requestsIn((folder ?? collection).items).length === 0,
      onAction: () => {
        onRun({ collectionId: collection.id, folderId: folder?.id ?? null });
      },
    },
  ];
}

function details(node: TreeNode, { onDetails }: RowMenuActions, texts: CollectionsTexts): MenuAction {
  return {
    id: 'details',
    label: texts.menu.details,
    icon: <Info />,
    description: texts.menu.detailsNote,
    onAction: () => {
      onDetails(node);
    },
  };
}

function naming(
  node: TreeNode,
  { commands, onRename }: RowMenuActions,
  texts: CollectionsTexts,
): readonly MenuAction[] {
  return [
    {
      id: 'rename',
      label: texts.menu.rename,
      icon: <Pencil />,
      shortcut: 'F2',
      startsGroup: node.kind === 'collection',
      onAction: () => {
        onRename(node);
      },
    },
    {
      id: 'duplicate',
      label: texts.menu.duplicate,
      icon: <Copy />,
      shortcut: 'Ctrl+D',
      onAction: () => void commands.duplicate(node),
    },
  ];
}

function moving(
  node: ItemNode,
  { commands, onMoveTo }: RowMenuActions,
  texts: CollectionsTexts,
): readonly MenuAction[] {
  const up = placeUp(node);
  const down = placeDown(node);
  return [
    {
      id: 'up',
      label: texts.menu.up,
      icon: <ArrowUp />,
      shortcut: 'Alt+↑',
      startsGroup: true,
      isDisabled: up === null,
      onAction: () => {
        if (up !== null) void commands.move(node, up);
      },
    },
    {
      id: 'down',
      label: texts.menu.down,
      icon: <ArrowDown />,
      shortcut: 'Alt+↓',
      isDisabled: down === null,
      onAction: () => {
        if (down !== null) void commands.move(node, down);
      },
    },
    {
      id: 'move',
      label: texts.menu.move,
      icon: <FolderInput />,
      onAction: () => {
        onMoveTo(node);
      },
    },
  ];
}

function showFile(collectionId: string, { commands }: RowMenuActions, texts: CollectionsTexts): MenuAction {
  return {
    id: 'show-file',
    label: texts.common.showFile,
    icon: <FolderOpen />,
    startsGroup: true,
    onAction: () => void commands.showFile(collectionId),
  };
}

function remove(node: TreeNode, { commands }: RowMenuActions, texts: CollectionsTexts): MenuAction {
  const isSample = node.kind === 'collection' && node.summary.isSample;
  return {
    id: 'delete',
    label: isSample ? texts.menu.removeSample : texts.menu.delete,
    icon: <Trash2 />,
    isDanger: true,
    startsGroup: true,
    onAction: () => void commands.remove(node),
  };
}
