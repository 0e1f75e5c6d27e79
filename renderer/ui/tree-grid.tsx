import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './tree-grid.module.css';
import { TreeRowView } from './tree-row.tsx';
import { useTableFocus } from './use-table-focus.ts';
import { useTypeAhead } from './use-type-ahead.ts';
import { useTreeDrag } from './use-tree-drag.ts';

/** A row that is in view when its parents are open. */
export interface TreeRow<Value> {
  readonly id: string;
  readonly value: Value;
  /** The accessible name. */
  readonly label: string;
  /** 1 for those at the top. */
  readonly level: number;
  /** `null` for what has nothing under it. */
  readonly isExpanded: boolean | null;
  /** Its number among its siblings, from 1, and how many these are. */
  readonly position: number;
  readonly siblingCount: number;
  readonly isSelected: boolean;
}

export interface TreeRowState {
  /** Whether this row is the one that Tab reaches; controls in other rows stay out of the tab order. */
  readonly isActive: boolean;
}

export type DropPosition = 'before' | 'inside' | 'after';

export interface TreeDrag<Value> {
  readonly canDrag: (row: TreeRow<Value>) => boolean;
  readonly canDrop: (dragged: TreeRow<Value>, target: TreeRow<Value>, position: DropPosition) => boolean;
  readonly onDrop: (dragged: TreeRow<Value>, target: TreeRow<Value>, position: DropPosition) => void;
}

export interface TreeGridProps<Value> {
  /** The accessible name. */
  readonly label: string;
  readonly rows: readonly TreeRow<Value>[];
  readonly renderRow: (row: TreeRow<Value>, state: TreeRowState) => ReactNode;
  /** Opens or closes what is under a row. */
  readonly onToggle: (row: TreeRow<Value>) => void;
  /** A press, Enter or Space on a row with nothing under it. */
  readonly onAction: (row: TreeRow<Value>) => void;
  readonly onDoubleAction: (row: TreeRow<Value>) => void;
  /** Other keys on a row; returns whether it took the key. */
  readonly onRowKey: (row: TreeRow<Value>, event: KeyboardEvent) => boolean;
  readonly drag: TreeDrag<Value>;
  /** The row to scroll to and focus. A new object asks anew; it waits for a row that is not there yet. */
  readonly focusRequest: { readonly id: string } | null;
  /** Rows are chosen, each by itself, by something in them that shows it. */
  readonly isMultiSelect?: boolean;
  /** What to show in place of rows when there are none. */
  readonly empty?: ReactNode;
}

const OVERSCAN = 10;
const ROW_HEIGHT = 28;

/**
 * A tree of which only the rows in view are drawn, so that thousands stay quick. One tab stop: arrows move, open and close; letters
 * lead to the next row that begins with them; the menu of a row is reached with Tab, or with a right click. Rows are dragged with the pointer; keys have ways of their own.
 */
export function TreeGrid<Value>(props: TreeGridProps<Value>) {
  const { label, rows, focusRequest, onToggle, onAction, onRowKey, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [index, setActiveIndex] = useState(0);
  const activeIndex = Math.max(0, Math.min(index, rows.length - 1));
  const getItemKey = useCallback((at: number) => rows[at]?.id ?? at, [rows]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey,
    overscan: OVERSCAN,
    // The active row stays drawn when it is scrolled away, so that it does not lose the focus.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), activeIndex])].sort((a, b) => a - b),
    initialRect: { width: 240, height: 600 },
  });
  const press = (row: TreeRow<Value>) => {
    if (row.isExpanded === null) onAction(row);
    else onToggle(row);
  };
  const focus = useTableFocus({
    ...{ scroller, activeIndex, setActiveIndex, rows, focusRequest },
    reveal: (at) => {
      virtualizer.scrollToIndex(at, { align: 'auto' });
    },
    indexOf: (id) => rows.findIndex((row) => row.id === id),
    onRowAction: press,
  });
  const typeAhead = useTypeAhead();
  const dragging = useTreeDrag(rows, props.drag, onToggle);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = rows[activeIndex];
    const isOnRow = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row';
    if (row === undefined || !isOnRow) return;
    if (onRowKey(row, event)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = treeTarget(event.key, rows, activeIndex);
    const typed = target === null ? typeAhead(event.key, rows, activeIndex) : null;
    if (target === 'toggle') onToggle(row);
    else if (typed !== null) {
      if (typed !== activeIndex) focus.focusRow(typed);
    } else if (event.key === ' ') press(row);
    else if (target === null) {
      focus.onKeyDown(event);
      return;
    } else focus.focusRow(target);
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className={styles.tree}
      role="treegrid"
      aria-label={label}
      aria-rowcount={rows.length}
      aria-multiselectable={props.isMultiSelect === true || undefined}
      onKeyDown={onKeyDown}
    >
      <div className={styles.body} role="rowgroup" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index: at, start }) => {
          const row = rows[at];
          return row === undefined ? null : (
            <TreeRowView
              key={key}
              row={row}
              index={at}
              top={start}
              isActive={at === activeIndex}
              drop={dragging.drop?.id === row.id ? dragging.drop.position : null}
              handlers={dragging.handlersOf(row)}
              onActive={setActiveIndex}
              onPress={press}
              onDoublePress={props.onDoubleAction}
            >
              {props.renderRow(row, { isActive: at === activeIndex })}
            </TreeRowView>
          );
        })}
      </div>
      {rows.length === 0 && empty}
    </div>
  );
}

/** Where the arrows to the side lead (WAI-ARIA Authoring Practices, Treegrid); `null` for other keys. */
function treeTarget<Value>(
  key: string,
  rows: readonly TreeRow<Value>[],
  at: number,
): number | 'toggle' | null {
  const row = rows[at];
  if (row === undefined) return null;
  if (key === 'ArrowRight') {
    if (row.isExpanded === false) return 'toggle';
    const isParent = row.isExpanded === true && rows[at + 1]?.level === row.level + 1;
    return isParent ? at + 1 : at;
  }
  if (key !== 'ArrowLeft') return null;
  if (row.isExpanded === true) return 'toggle';
  const parent = rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
  return parent === -1 ? at : parent;
}
