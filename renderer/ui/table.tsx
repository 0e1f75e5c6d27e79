import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { TableHeader } from './table-header.tsx';
import { TableRow } from './table-row.tsx';
import { TableSkeleton } from './table-skeleton.tsx';
import styles from './table.module.css';
import { useRowWindow } from './use-row-window.ts';
import { useTableFocus } from './use-table-focus.ts';

/** Rows by their place. One that is not here yet is `undefined`, and its place is held. An array is such a list. */
export type RowList<Row> = Pick<readonly Row[], 'length' | 'at'>;

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
  readonly rows: RowList<Row>;
  /** A row is what it shows and not its position, so that an open menu never comes to belong to another. */
  readonly getId: (row: Row) => string;
  readonly sort?: TableSort<ColumnId>;
  readonly onSortChange?: (sort: TableSort<ColumnId>) => void;
  /** Enter on a row, or a double click. Without it, Enter presses the row's first button. */
  readonly onRowAction?: (row: Row) => void;
  /** The row to scroll to and focus. A new object asks anew; it waits for a row that is not there yet. */
  readonly focusRequest?: TableFocusRequest | null;
  /** Where the row of an id is, where not all rows are here to be looked through; -1 when that is not known. */
  readonly indexOf?: (id: string) => number;
  readonly isLoading?: boolean;
  /** Dims rows. */
  readonly isDimmed?: (row: Row) => boolean;
  readonly rowHeight?: number;
  /** Told which rows are in view, so that those which are not here yet can be had. */
  readonly onRangeChange?: (first: number, last: number) => void;
  /** What to show in place of rows when there are none. */
  readonly empty?: ReactNode;
}

/**
 * A sortable grid that renders only the rows in view, so that ten thousand stay quick.
 * One tab stop: arrows, Home, End, Page Up and Page Down move between rows.
 */
export function Table<Row, ColumnId extends string>(props: TableProps<Row, ColumnId>) {
  const { label, columns, rows, getId, isLoading = false, rowHeight = 44, empty, onRangeChange } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [index, setActiveIndex] = useState(0);
  const activeIndex = Math.max(0, Math.min(index, rows.length - 1));
  const { first, last, overscan, reveal } = useRowWindow({ scroller, count: rows.length, rowHeight });
  useEffect(() => {
    onRangeChange?.(first, last);
  }, [onRangeChange, first, last]);
  const indexOf = props.indexOf ?? ((id) => findIndex(rows, (row) => getId(row) === id));
  const focus = useTableFocus({ ...props, scroller, reveal, activeIndex, setActiveIndex, indexOf });
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
        // Without a row nothing in it takes the focus, and wide columns are scrolled to from the keyboard too.
        tabIndex={rows.length === 0 ? 0 : undefined}
        onKeyDown={focus.onKeyDown}
        onFocus={focus.onFocus}
      >
        <TableHeader
          columns={columns}
          {...(props.sort === undefined ? {} : { sort: props.sort })}
          {...(props.onSortChange === undefined ? {} : { onSortChange: props.onSortChange })}
        />
        {isLoading && <TableSkeleton columnCount={columns.length} />}
        <div className={styles.body} role="rowgroup" style={{ blockSize: rows.length * rowHeight }}>
          {shownIndexes({ first, last, overscan, activeIndex, count: rows.length }).map((rowIndex) => {
            const row = rows.at(rowIndex);
            return (
              <TableRow
                key={row === undefined ? `place-${String(rowIndex)}` : getId(row)}
                row={row}
                columns={columns}
                index={rowIndex}
                top={rowIndex * rowHeight}
                isActive={rowIndex === activeIndex}
                isDimmed={row !== undefined && (props.isDimmed?.(row) ?? false)}
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

interface Shown {
  readonly first: number;
  readonly last: number;
  readonly overscan: number;
  readonly activeIndex: number;
  readonly count: number;
}

/** In order. The active row stays rendered when it is scrolled away, so that it does not lose the focus. */
function shownIndexes({ first, last, overscan, activeIndex, count }: Shown): readonly number[] {
  const from = Math.max(0, first - overscan);
  const to = Math.min(count - 1, last + overscan);
  const indexes = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  if (activeIndex >= count) return indexes;
  if (activeIndex < from) return [activeIndex, ...indexes];
  return activeIndex > to ? [...indexes, activeIndex] : indexes;
}

function findIndex<Row>(rows: RowList<Row>, isIt: (row: Row) => boolean): number {
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows.at(index);
    if (row !== undefined && isIt(row)) return index;
  }
  return -1;
}
