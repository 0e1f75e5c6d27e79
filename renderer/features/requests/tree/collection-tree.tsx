import { useMemo, useState, type KeyboardEvent } from 'react';
import type { CollectionSummary } from '../../../../shared/domain/collection.ts';
import type { RunPlace } from '../../../../shared/domain/run.ts';
import { useNavigation } from '../../../app/navigation-context.ts';
import type { ListedCollection } from '../../../bridge/use-collections.ts';
import { isCommand } from '../../../ui/command-key.ts';
import { TreeGrid } from '../../../ui/tree-grid.tsx';
import { isEdited, savedKey, type OpenRequest } from '../open-request.ts';
import { useOpenSaved } from '../use-open-saved.ts';
import { useWorkbench } from '../workbench-context.ts';
import type { WorkbenchState } from '../workbench-store.ts';
import { DetailsDialog } from '../details/details-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { placeDown, placeOfDrop, placeUp } from './move-places.ts';
import { RowLabel, RowNameField } from './row-label.tsx';
import { RowMenu } from './row-menu.tsx';
import {
  itemRowId,
  rowIdOfNode,
  treeRows,
  type ItemNode,
  type TreeNode,
  type TreeNodeRow,
} from './tree-nodes.ts';
import { UnreadableDialog } from './unreadable-dialog.tsx';
import type { TreeCommands } from './use-tree-commands.ts';
import type { TreeViewState } from './use-tree-view.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface CollectionTreeProps {
  readonly collections: readonly ListedCollection[];
  readonly state: WorkbenchState;
  readonly search: string;
  readonly view: TreeViewState;
  readonly commands: TreeCommands;
}

/** What a dialog is open about. */
type Asked =
  | { readonly kind: 'move'; readonly node: ItemNode }
  | { readonly kind: 'details'; readonly node: TreeNode }
  | { readonly kind: 'unreadable'; readonly summary: CollectionSummary };

/** All collections as one tree. Enter opens a request, F2 renames, Alt with an arrow moves, Delete deletes, Ctrl/Cmd+Z takes that back. */
export function CollectionTree({ collections, state, search, view, commands }: CollectionTreeProps) {
  const texts = useTexts(collectionsTexts);
  const workbench = useWorkbench();
  const openSaved = useOpenSaved();
  const { go } = useNavigation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { expanded, renamed, focusRequest } = view;
  const selectedId = rowIdOf(state.active);
  const rows = useMemo(
    () => treeRows(collections, { expanded, search, selectedId }, texts),
    [collections, expanded, search, selectedId, texts],
  );
  const editedKeys = new Set(state.tabs.filter(isEdited).map(({ key }) => key));
  const open = ({ value }: TreeNodeRow) => {
    if (value.kind === 'collection' && value.summary.problem !== null)
      setAsked({ kind: 'unreadable', summary: value.summary });
    if (value.kind === 'request') openSaved(value.collection.id, value.item.id);
  };
  const actions = {
    commands,
    onRename: (node: TreeNode) => {
      view.rename(rowIdOfNode(node));
    },
    onMoveTo: (node: ItemNode) => {
      setAsked({ kind: 'move', node });
    },
    onDetails: (node: TreeNode) => {
      setAsked({ kind: 'details', node });
    },
    onRun: (place: RunPlace) => {
      go('runs', { kind: 'set-up-run', ...place });
    },
  };
  const close = () => {
    setAsked(null);
  };
  return (
    <>
      <TreeGrid
        label={texts.tree.label}
        rows={rows}
        renderRow={(row, { isActive }) =>
          row.id === renamed ? (
            <RowNameField
              node={row.value}
              onDone={(name) => {
                view.rename(null);
                view.focus(row.id);
                if (name !== null) void commands.rename(row.value, name);
              }}
            />
          ) : (
            <>
              <RowLabel
                node={row.value}
                isExpanded={row.isExpanded === true}
                isEdited={isRowEdited(row.value, editedKeys)}
              />
              <RowMenu node={row.value} isTabStop={isActive} actions={actions} />
            </>
          )
        }
        onToggle={(row) => {
          view.setExpanded(row.id, row.isExpanded !== true);
        }}
        onAction={open}
        onDoubleAction={({ value }) => {
          if (value.kind === 'request') workbench.keep(savedKey(value.collection.id, value.item.id));
        }}
        onRowKey={(row, event) => rowKey(row.value, event, { commands, onRename: actions.onRename })}
        drag={{
          canDrag: ({ value }) => value.kind !== 'collection' && !value.collection.isBuiltIn,
          canDrop: (dragged, target, position) => placeOfDrop(dragged.value, target.value, position) !== null,
          onDrop: (dragged, target, position) => {
            const place = placeOfDrop(dragged.value, target.value, position);
            if (place !== null && dragged.value.kind !== 'collection')
              void commands.move(dragged.value, place);
          },
        }}
        focusRequest={focusRequest}
        empty={<p>{search.trim() === '' ? texts.tree.none : texts.tree.nothing}</p>}
      />
      {asked?.kind === 'move' && (
        <MoveDialog
          node={asked.node}
          collections={collections.flatMap(({ summary, collection }) =>
            summary.isBuiltIn || collection === null ? [] : [collection],
          )}
          onMove={async (place) => {
            if (await commands.move(asked.node, place)) close();
          }}
          onClose={close}
        />
      )}
      {asked?.kind === 'unreadable' && (
        <UnreadableDialog
          summary={asked.summary}
          onShowFile={() => void commands.showFile(asked.summary.id)}
          onClose={close}
        />
      )}
      {asked?.kind === 'details' && <DetailsDialog node={asked.node} onClose={close} />}
    </>
  );
}

function rowIdOf({ source }: OpenRequest): string | null {
  return source.kind === 'saved' ? itemRowId(source.collectionId, source.requestId) : null;
}

function isRowEdited(node: TreeNode, editedKeys: ReadonlySet<string>): boolean {
  return node.kind === 'request' && editedKeys.has(savedKey(node.collection.id, node.item.id));
}

interface RowKeyActions {
  readonly commands: TreeCommands;
  readonly onRename: (node: TreeNode) => void;
}

/** What a key does with a row that can be written; returns whether it did something. */
function rowKey(node: TreeNode, event: KeyboardEvent, { commands, onRename }: RowKeyActions): boolean {
  const withCommand = isCommand(event) && !event.altKey && !event.shiftKey;
  if (withCommand && event.key.toLowerCase() === 'z') {
    void commands.undo();
    return true;
  }
  const isWritable =
    node.kind === 'collection'
      ? !node.summary.isBuiltIn && node.summary.problem === null
      : !node.collection.isBuiltIn;
  if (!isWritable) return false;
  if (event.key === 'F2') onRename(node);
  else if (event.key === 'Delete') void commands.remove(node);
  else if (withCommand && event.key.toLowerCase() === 'd') void commands.duplicate(node);
  else if (event.altKey && node.kind !== 'collection' && event.key === 'ArrowUp') moveTo(placeUp(node));
  else if (event.altKey && node.kind !== 'collection' && event.key === 'ArrowDown') moveTo(placeDown(node));
  else return false;
  return true;

  function moveTo(place: ReturnType<typeof placeUp>): void {
    if (place !== null && node.kind !== 'collection') void commands.move(node, place);
  }
}
