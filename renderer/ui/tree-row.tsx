import { ChevronRight } from 'lucide-react';
import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import type { DropPosition, TreeRow } from './tree-grid.tsx';
import styles from './tree-grid.module.css';
import type { TreeDragHandlers } from './use-tree-drag.ts';

interface TreeRowViewProps<Value> {
  readonly row: TreeRow<Value>;
  readonly index: number;
  /** Pixels from the top of the tree. */
  readonly top: number;
  readonly isActive: boolean;
  /** Where what is dragged would go; `null` for elsewhere. */
  readonly drop: DropPosition | null;
  readonly handlers: TreeDragHandlers;
  readonly children: ReactNode;
  readonly onActive: (index: number) => void;
  readonly onPress: (row: TreeRow<Value>) => void;
  readonly onDoublePress: (row: TreeRow<Value>) => void;
}

/** One row: what opens it, its content, and its menu by a right click. */
export function TreeRowView<Value>(props: TreeRowViewProps<Value>) {
  const { row, index, top, isActive, drop, handlers, children, onActive, onPress, onDoublePress } = props;
  // The one way to hand a computed number to the style sheet; React's types know no custom properties.
  const style = { '--level': row.level, transform: `translateY(${String(top)}px)` } as CSSProperties;
  return (
    <div
      className={styles.row}
      role="row"
      aria-label={row.label}
      aria-level={row.level}
      aria-expanded={row.isExpanded ?? undefined}
      aria-posinset={row.position}
      aria-setsize={row.siblingCount}
      aria-selected={row.isSelected}
      data-index={index}
      data-drop={drop ?? undefined}
      tabIndex={isActive ? 0 : -1}
      style={style}
      {...handlers}
      onFocus={() => {
        onActive(index);
      }}
      onClick={(event) => {
        if (!isOnControl(event)) onPress(row);
      }}
      onDoubleClick={(event) => {
        if (!isOnControl(event)) onDoublePress(row);
      }}
      onContextMenu={(event) => {
        const menu = event.currentTarget.querySelector<HTMLElement>('button[aria-haspopup]');
        if (menu === null) return;
        event.preventDefault();
        menu.click();
      }}
    >
      <div className={styles.cell} role="gridcell">
        {row.isExpanded !== null && (
          <span className={styles.chevron} data-expanded={row.isExpanded} aria-hidden="true">
            <ChevronRight />
          </span>
        )}
        {children}
      </div>
    </div>
  );
}

/** Whether a press was meant for a control of the row, or came out of its menu, which lies elsewhere on the page. */
function isOnControl({ target, currentTarget }: MouseEvent): boolean {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return true;
  return target.closest('button, input, a, label') !== null;
}
