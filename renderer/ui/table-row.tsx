import { memo } from 'react';
import type { TableColumn } from './table.tsx';
import styles from './table.module.css';

interface TableRowProps<Row, ColumnId extends string> {
  /** `undefined` holds the place of one that is not here yet. */
  readonly row: Row | undefined;
  readonly columns: readonly TableColumn<Row, ColumnId>[];
  readonly index: number;
  /** Pixels from the top of the body. */
  readonly top: number;
  readonly isActive: boolean;
  readonly isDimmed: boolean;
  readonly onActive: (index: number) => void;
  readonly onRowAction: ((row: Row) => void) | undefined;
}

function TableRowContent<Row, ColumnId extends string>(props: TableRowProps<Row, ColumnId>) {
  const { row, columns, index, top, isActive, isDimmed, onActive, onRowAction } = props;
  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined || undefined}
      data-index={index}
      data-dimmed={isDimmed || undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ transform: `translateY(${String(top)}px)` }}
      onFocus={() => {
        onActive(index);
      }}
      onDoubleClick={() => {
        if (row !== undefined) onRowAction?.(row);
      }}
    >
      {row === undefined ? (
        // Scrolling fast passes hundreds of these, each for a frame or two: one element, at rest.
        <div className={styles.place} role="gridcell" aria-colspan={columns.length} />
      ) : (
        columns.map((column) => (
          <div key={column.id} className={styles.cell} role="gridcell" data-align={column.align}>
            {column.render(row, { isActive })}
          </div>
        ))
      )}
    </div>
  );
}

/** One row. Scrolling draws only those that come into view. `memo` loses the type parameters, so they are put back. */
export const TableRow = memo(TableRowContent) as typeof TableRowContent;
