import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { TableHeader } from './table-header.tsx';
import { TableRow } from './table-row.tsx';
import { TableSkeleton } from './table-skeleton.tsx';
import styles from './table.module.css';
import { useTableFocus } from './use-table-focus.ts';

export interface TableSort<ColumnId extends string> {
  readonly column: ColumnId;
  readonly direction: 'ascending' | 'descending';
}

export interface TableFocusRequest {
  readonly id: string;
}

export interface TableCellState {
  /** Whether this row is the one that Tab reaches; controls in other rows stay out of the tab order. */
  readonly isActive: boolean;
}

export interface TableColumn<Row, ColumnId extends string> {
  readonly id: ColumnId;
  readonly label: string;
  /** A track of a CSS grid, such as `minmax(8rem, 2fr)`. The same for every row, so nothing jumps. */
  readonly width: string;
  readonly isLabelHidden?: boolean;
  readonly isSortable?: boolean;
  readonly align?: 'start' | 'end';
  readonly render: (row: Row, state: TableCellState) => ReactNode;
}

export interface TableProps<Row, ColumnId extends string> {
  /** The accessible name. */
  readonly label: string;
  /** Keep them the same between renders: a row is drawn again only when something of it changed. */
  readonly columns: readonly TableColumn<Row, ColumnId>[];
  /** Already in the order of `sort`. */
  readonly rows: readonly Row[];
  /** Keep it the same between renders too. */
  readonly getId: (row: Row) => string;
  readonly sort?: TableSort<ColumnId>;
  readonly onSortChange?: (sort: TableSort<ColumnId>) => void;
  /** Enter on a row, or a double click. Without it, Enter presses the row's first button. */
  readonly onRowAction?: (row: Row) => void;
  /** The row to scroll to and focus. A new object asks anew; it waits for a row that is not there yet. */
  readonly focusRequest?: TableFocusRequest | null;
  readonly isLoading?: boolean;
  /** Dims rows. */
  readonly isDimmed?: (row: Row) => boolean;
  readonly rowHeight?: number;
  /** Told which rows are in view, so that those which are not here yet can be had. */
  readonly onRangeChange?: (first: number, last: number) => void;
  /** What to show in place of rows when there are none. */
  readonly empty?: ReactNode;
}

const OVERSCAN = 8;

/**
 * A sortable grid that renders only the rows in view, so that ten thousand stay quick.
 * One tab stop: arrows, Home, End, Page Up and Page Down move between rows.
 */
export function Table<Row, ColumnId extends string>(props: TableProps<Row, ColumnId>) {
  const { label, columns, rows, getId, isLoading = false, rowHeight = 44, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [index, setActiveIndex] = useState(0);
  const activeIndex = Math.max(0, Math.min(index, rows.length - 1));
  // The same as long as the rows are: the virtualizer measures all of them anew when it changes.
  const getItemKey = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : getId(row);
    },
    [rows, getId],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: OVERSCAN,
    // The active row stays rendered when it is scrolled away, so that it does not lose the focus.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), activeIndex])].sort((a, b) => a - b),
    initialRect: { width: 800, height: 600 },
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  const { onRangeChange } = props;
  useEffect(() => {
    onRangeChange?.(startIndex, endIndex);
  }, [onRangeChange, startIndex, endIndex]);
  const focus = useTableFocus({ scroller, virtualizer, activeIndex, setActiveIndex, ...props });
  const template = columns.map((column) => column.width).join(' ');
  // The one way to hand a computed track list to the style sheet; React's types know no custom properties.
  const variables = {
    '--columns': template,
    '--table-row-height': `${String(rowHeight)}px`,
  } as CSSProperties;
  return (
    <div className={styles.frame} style={variables}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-busy={isLoading || undefined}
        onKeyDown={focus.onKeyDown}
      >
        <TableHeader {...props} />
        {isLoading && <TableSkeleton columnCount={columns.length} />}
        <div className={styles.body} role="rowgroup" style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index: rowIndex, start }) => {
            const row = rows[rowIndex];
            return row === undefined ? null : (
              <TableRow
                key={key}
                row={row}
                columns={columns}
                index={rowIndex}
                top={start}
                isActive={rowIndex === activeIndex}
                isDimmed={props.isDimmed?.(row) ?? false}
                onActive={setActiveIndex}
                onRowAction={props.onRowAction}
              />
            );
          })}
        </div>
      </div>
      {!isLoading && rows.length === 0 && empty}
    </div>
  );
}
