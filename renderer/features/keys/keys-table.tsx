import { useMemo, type ReactNode } from 'react';
import { Table, type TableColumn, type TableFocusRequest } from '../../ui/table.tsx';
import { ExpiresCell } from './expires-cell.tsx';
import { KeyCell } from './key-cell.tsx';
import type { KeyDialog } from './key-dialog.ts';
import { KeyMenu } from './key-menu.tsx';
import type { KeyColumn, KeyRow, KeySort } from './key-rows.ts';
import { KeyStatusTag } from './key-status-tag.tsx';
import styles from './keys-table.module.css';
import { LastUsedCell } from './last-used-cell.tsx';
import { NameCell } from './name-cell.tsx';
import { ServiceCell } from './service-cell.tsx';
import { TimeText } from './time-text.tsx';
import { useKeyActions, type KeyActions } from './use-key-actions.ts';

interface KeysTableProps {
  readonly rows: readonly KeyRow[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly sort: KeySort;
  readonly onSortChange: (sort: KeySort) => void;
  readonly isLoading: boolean;
  readonly focusRequest: TableFocusRequest | null;
  readonly onOpen: (dialog: KeyDialog) => void;
  readonly empty: ReactNode;
}

export function KeysTable({ now, onOpen, ...table }: KeysTableProps) {
  const actions = useKeyActions();
  const { rows } = table;
  const columns = useMemo(
    () => [...dataColumns(now), menuColumn(rows, actions, onOpen)],
    [now, rows, actions, onOpen],
  );
  return (
    <div className={styles.table}>
      <Table {...table} label="API keys" columns={columns} getId={idOf} isDimmed={isAtRest} />
    </div>
  );
}

function idOf({ apiKey }: KeyRow): string {
  return apiKey.id;
}

/** It is not sent and not copied. */
function isAtRest({ status }: KeyRow): boolean {
  return status === 'expired' || status === 'disabled';
}

/** The widths come from the style sheet, which narrows them with the window. */
function dataColumns(now: number): readonly TableColumn<KeyRow, KeyColumn>[] {
  const column = (id: KeyColumn, label: string, render: (row: KeyRow) => ReactNode) => ({
    id,
    label,
    width: `var(--column-${id})`,
    isSortable: id !== 'key',
    render,
  });
  return [
    column('name', 'Name', (row) => <NameCell apiKey={row.apiKey} />),
    column('key', 'Key', (row) => <KeyCell apiKey={row.apiKey} now={now} />),
    column('service', 'Service', (row) => <ServiceCell row={row} />),
    column('created', 'Created', (row) => <TimeText at={row.apiKey.createdAt} kind="date" now={now} />),
    column('lastUsed', 'Last used', (row) => <LastUsedCell lastUsed={row.apiKey.lastUsed} now={now} />),
    column('expires', 'Expires', (row) => <ExpiresCell row={row} now={now} />),
    column('status', 'Status', (row) => <KeyStatusTag status={row.status} />),
  ];
}

function menuColumn(
  rows: readonly KeyRow[],
  actions: KeyActions,
  onOpen: KeysTableProps['onOpen'],
): TableColumn<KeyRow, KeyColumn> {
  const neighbourOf = (row: KeyRow) => {
    const index = rows.indexOf(row);
    return (rows[index + 1] ?? rows[index - 1])?.apiKey.id ?? null;
  };
  return {
    id: 'actions',
    label: 'Actions',
    isLabelHidden: true,
    width: '1.75rem',
    align: 'end',
    render: (row, { isActive }) => (
      <KeyMenu row={row} neighbourOf={neighbourOf} actions={actions} onOpen={onOpen} isTabStop={isActive} />
    ),
  };
}
