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
  const list = actionsOf(node, actions);
  if (list.length === 0) return null;
  return (
    <MenuButton
      label={`More actions for ${nodeName(node)}`}
      icon={<Ellipsis />}
      actions={list}
      isTabStop={isTabStop}
    />
  );
}

function actionsOf(node: TreeNode, actions: RowMenuActions): readonly MenuAction[] {
  if (node.kind === 'collection') {
    const { summary, collection } = node;
    if (summary.isBuiltIn) return [...running(node, actions), details(node, actions)];
    if (summary.problem !== null) return [showFile(summary.id, actions), remove(node, actions)];
    if (collection === null) return [];
    return [
      ...adding(node, actions),
      ...running(node, actions),
      details(node, actions),
      ...naming(node, actions),
      showFile(summary.id, actions),
      remove(node, actions),
    ];
  }
  if (node.collection.isBuiltIn) return running(node, actions);
  return [
    ...(node.kind === 'folder'
      ? [...adding(node, actions), ...running(node, actions), details(node, actions)]
      : []),
    ...naming(node, actions),
    ...moving(node, actions),
    remove(node, actions),
  ];
}

function adding(node: TreeNode, { commands }: RowMenuActions): readonly MenuAction[] {
  return [
    {
      id: 'request',
      label: 'New request',
      icon: <FilePlus />,
      onAction: () => void commands.addRequest(node),
    },
    {
      id: 'folder',
      label: 'New folder',
      icon: <FolderPlus />,
      onAction: () => void commands.addFolder(node),
    },
  ];
}

function running(node: TreeNode, { onRun }: RowMenuActions): readonly MenuAction[] {
  if (node.kind === 'request') return [];
  const { collection } = node;
  if (collection === null) return [];
  const folder = node.kind === 'folder' ? node.item : null;
  return [
    {
      id: 'run',
      label: 'Run…',
      icon: <Play />,
      startsGroup: !collection.isBuiltIn,
      isDisabled: requestsIn((folder ?? collection).items).length === 0,
      onAction: () => {
        onRun({ collectionId: collection.id, folderId: folder?.id ?? null });
      },
    },
  ];
}

function details(node: TreeNode, { onDetails }: RowMenuActions): MenuAction {
  return {
    id: 'details',
    label: 'Details…',
    icon: <Info />,
    description: 'Description, variables, authorization',
    onAction: () => {
      onDetails(node);
    },
  };
}

function naming(node: TreeNode, { commands, onRename }: RowMenuActions): readonly MenuAction[] {
  return [
    {
      id: 'rename',
      label: 'Rename',
      icon: <Pencil />,
      shortcut: 'F2',
      startsGroup: node.kind === 'collection',
      onAction: () => {
        onRename(node);
      },
    },
    {
      id: 'duplicate',
      label: 'Duplicate',
      icon: <Copy />,
      shortcut: 'Ctrl+D',
      onAction: () => void commands.duplicate(node),
    },
  ];
}

function moving(node: ItemNode, { commands, onMoveTo }: RowMenuActions): readonly MenuAction[] {
  const up = placeUp(node);
  const down = placeDown(node);
  return [
    {
      id: 'up',
      label: 'Move up',
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
      label: 'Move down',
      icon: <ArrowDown />,
      shortcut: 'Alt+↓',
      isDisabled: down === null,
      onAction: () => {
        if (down !== null) void commands.move(node, down);
      },
    },
    {
      id: 'move',
      label: 'Move to…',
      icon: <FolderInput />,
      onAction: () => {
        onMoveTo(node);
      },
    },
  ];
}

function showFile(collectionId: string, { commands }: RowMenuActions): MenuAction {
  return {
    id: 'show-file',
    label: 'Show in file manager',
    icon: <FolderOpen />,
    startsGroup: true,
    onAction: () => void commands.showFile(collectionId),
  };
}

function remove(node: TreeNode, { commands }: RowMenuActions): MenuAction {
  return {
    id: 'delete',
    label: 'Delete',
    icon: <Trash2 />,
    isDanger: true,
    startsGroup: true,
    onAction: () => void commands.remove(node),
  };
}
