import { useEffect, useRef, useState, type DragEvent } from 'react';
import type { DropPosition, TreeDrag, TreeRow } from './tree-grid.tsx';

export interface TreeDragHandlers {
  readonly draggable: boolean;
  readonly onDragStart?: (event: DragEvent) => void;
  readonly onDragOver?: (event: DragEvent) => void;
  readonly onDragLeave?: () => void;
  readonly onDrop?: (event: DragEvent) => void;
  readonly onDragEnd?: () => void;
}

interface Drop {
  readonly id: string;
  readonly position: DropPosition;
}

const DRAG_TYPE = 'application/x-keyfob-tree-row';
/** So long over a closed folder, in milliseconds, opens it. */
const OPENS_AFTER_MS = 600;

/** Dragging rows of a tree with the pointer. What is closed opens after a moment, so that things can be put into it. */
export function useTreeDrag<Value>(
  rows: readonly TreeRow<Value>[],
  drag: TreeDrag<Value>,
  onOpen: (row: TreeRow<Value>) => void,
): { readonly drop: Drop | null; readonly handlersOf: (row: TreeRow<Value>) => TreeDragHandlers } {
  const dragged = useRef<TreeRow<Value> | null>(null);
  const opener = useOpener(onOpen);
  const [drop, setDrop] = useState<Drop | null>(null);
  const end = () => {
    opener.stop();
    dragged.current = null;
    setDrop(null);
  };
  const placeFor = (row: TreeRow<Value>, event: DragEvent): DropPosition | null => {
    const from = dragged.current;
    if (from === null) return null;
    return positionsOf(row, event).find((position) => drag.canDrop(from, row, position)) ?? null;
  };
  return {
    drop: drop !== null && rows.some(({ id }) => id === drop.id) ? drop : null,
    handlersOf: (row) => ({
      draggable: drag.canDrag(row),
      onDragStart: (event) => {
        dragged.current = row;
        event.dataTransfer.setData(DRAG_TYPE, row.id);
        event.dataTransfer.effectAllowed = 'move';
      },
      onDragOver: (event) => {
        if (dragged.current === null) return;
        opener.over(row);
        const position = placeFor(row, event);
        setDrop((before) =>
          position === null
            ? null
            : before?.id === row.id && before.position === position
              ? before
              : { id: row.id, position },
        );
        if (position !== null) event.preventDefault();
      },
      onDragLeave: opener.stop,
      onDrop: (event) => {
        const from = dragged.current;
        const position = placeFor(row, event);
        end();
        if (from === null || position === null) return;
        event.preventDefault();
        drag.onDrop(from, row, position);
      },
      onDragEnd: end,
    }),
  };
}

/** Opens what is closed when the pointer stays over it for a moment. */
function useOpener<Value>(onOpen: (row: TreeRow<Value>) => void) {
  const opening = useRef<{ readonly id: string; readonly timer: number } | null>(null);
  const stop = () => {
    if (opening.current !== null) window.clearTimeout(opening.current.timer);
    opening.current = null;
  };
  useEffect(
    () => () => {
      if (opening.current !== null) window.clearTimeout(opening.current.timer);
    },
    [],
  );
  return {
    stop,
    over: (row: TreeRow<Value>) => {
      if (opening.current?.id === row.id) return;
      stop();
      if (row.isExpanded !== false) return;
      const timer = window.setTimeout(() => {
        onOpen(row);
      }, OPENS_AFTER_MS);
      opening.current = { id: row.id, timer };
    },
  };
}

/** What the pointer may mean by its height over a row, the likeliest first. */
function positionsOf<Value>(row: TreeRow<Value>, event: DragEvent): readonly DropPosition[] {
  const box = event.currentTarget.getBoundingClientRect();
  const part = box.height === 0 ? 0.5 : (event.clientY - box.top) / box.height;
  if (row.isExpanded === null) return part < 0.5 ? ['before', 'after'] : ['after', 'before'];
  if (part < 0.25) return ['before', 'inside'];
  // Behind an open folder lies what is in it.
  if (part > 0.75 && !row.isExpanded) return ['after', 'inside'];
  return ['inside', 'before', 'after'];
}
