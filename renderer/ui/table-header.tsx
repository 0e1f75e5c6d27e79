import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';
import type { TableColumn, TableProps, TableSort } from './table.tsx';
import styles from './table.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

type TableHeaderProps<Row, ColumnId extends string> = Pick<
  TableProps<Row, ColumnId>,
  'columns' | 'sort' | 'onSortChange'
>;

function TableHeaderContent<Row, ColumnId extends string>(props: TableHeaderProps<Row, ColumnId>) {
  const { columns, sort, onSortChange } = props;
  return (
    <div className={styles.head} role="rowgroup">
      <div className={styles.headRow} role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <div
            key={column.id}
            className={styles.headCell}
            role="columnheader"
            data-align={column.align}
            aria-sort={sort?.column === column.id ? sort.direction : undefined}
          >
            <HeaderLabel column={column} sort={sort} onSortChange={onSortChange} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The header row: a sortable column's label is a button. Scrolling leaves it as it is. */
export const TableHeader = memo(TableHeaderContent) as typeof TableHeaderContent;

interface HeaderLabelProps<Row, ColumnId extends string> {
  readonly column: TableColumn<Row, ColumnId>;
  readonly sort: TableSort<ColumnId> | undefined;
  readonly onSortChange: ((sort: TableSort<ColumnId>) => void) | undefined;
}

function HeaderLabel<Row, ColumnId extends string>(props: HeaderLabelProps<Row, ColumnId>) {
  const { column, sort, onSortChange } = props;
  if (column.isLabelHidden) return <VisuallyHidden>{column.label}</VisuallyHidden>;
  if (!column.isSortable || onSortChange === undefined) return <span>{column.label}</span>;
  const isSorted = sort?.column === column.id;
  const isAscending = isSorted && sort.direction === 'ascending';
  return (
    <Button
      className={classNames(styles.sort)}
      data-sorted={isSorted || undefined}
      onPress={() => {
        onSortChange({ column: column.id, direction: isAscending ? 'descending' : 'ascending' });
      }}
    >
      {column.label}
      <span className={styles.arrow} aria-hidden="true">
        {isSorted && !isAscending ? <ArrowDown /> : <ArrowUp />}
      </span>
    </Button>
  );
}
