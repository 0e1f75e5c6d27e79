import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { Table, type RowList, type TableColumn, type TableSort } from '../../ui/table.tsx';
import { ExpiresCell } from './expires-cell.tsx';
import { KeyCell } from './key-cell.tsx';
import type { KeyDialog } from './key-dialog.ts';
import { KeyMenu } from './key-menu.tsx';
import type { KeyColumn, KeyRow } from './key-rows.ts';
import { KeyStatusTag } from './key-status-tag.tsx';
import styles from './keys-table.module.css';
import { LastUsedCell } from './last-used-cell.tsx';
import { NameCell } from './name-cell.tsx';
import { ServiceCell } from './service-cell.tsx';
import { TimeText } from './time-text.tsx';
import { useKeyActions, type KeyActions } from './use-key-actions.ts';
import type { KeyList } from './use-key-list.ts';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { useTexts } from '../../language/speech-context.ts';

interface KeysTableProps {
  readonly list: KeyList;
  readonly rows: RowList<KeyRow>;
  readonly onOpen: (dialog: KeyDialog) => void;
  readonly empty: ReactNode;
}

export function KeysTable({ list, rows, onOpen, empty }: KeysTableProps) {
  const texts = useTexts(keysTexts);
  const actions = useKeyActions();
  const { state, now, sort, setSort, focusRequest, indexOf, onRangeChange } = list;
  // What the menus were drawn with must not change with every answer, or every row is drawn anew.
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  const columns = useMemo(() => {
    const neighbourOf = (row: KeyRow) =>
      latest.current.kind === 'loaded' ? latest.current.shown.neighbourOf(row) : null;
    return [
      ...dataColumns(now, texts.columns),
      menuColumn({ label: texts.columns.actions, neighbourOf, actions, onOpen }),
    ];
  }, [now, actions, onOpen, texts]);
  const onSortChange = useCallback(
    ({ column, direction }: TableSort<KeyColumn>) => {
      if (column !== 'key' && column !== 'actions') setSort({ column, direction });
    },
    [setSort],
  );
  return (
    <div className={styles.table}>
      <Table
        label={texts.title}
        columns={columns}
        rows={rows}
        getId={idOf}
        sort={sort}
        onSortChange={onSortChange}
        isLoading={state.kind === 'loading'}
        isDimmed={isAtRest}
        focusRequest={focusRequest}
        indexOf={indexOf}
        onRangeChange={onRangeChange}
        empty={empty}
      />
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
function dataColumns(
  now: number,
  labels: ShapeOf<typeof keysTexts>['columns'],
): readonly TableColumn<KeyRow, KeyColumn>[] {
  const column = (id: KeyColumn, render: (row: KeyRow) => ReactNode) => ({
    id,
    label: labels[id],
    width: `var(--column-${id})`,
    isSortable: id !== 'key',
    render,
  });
  return [
    column('name', (row) => <NameCell apiKey={row.apiKey} />),
    column('key', (row) => <KeyCell apiKey={row.apiKey} now={now} />),
    column('service', (row) => <ServiceCell row={row} />),
    column('created', (row) => <TimeText at={row.apiKey.createdAt} kind="date" now={now} />),
    column('lastUsed', (row) => <LastUsedCell lastUsed={row.apiKey.lastUsed} now={now} />),
    column('expires', (row) => <ExpiresCell row={row} now={now} />),
    column('status', (row) => <KeyStatusTag status={row.status} />),
  ];
}

interface MenuColumnOptions extends Pick<KeysTableProps, 'onOpen'> {
  readonly label: string;
  readonly neighbourOf: (row: KeyRow) => string | null;
  readonly actions: KeyActions;
}

function menuColumn({
  label,
  neighbourOf,
  actions,
  onOpen,
}: MenuColumnOptions): TableColumn<KeyRow, KeyColumn> {
  return {
    id: 'actions',
    label,
    isLabelHidden: true,
    width: '1.75rem',
    align: 'end',
    render: (row, { isActive }) => (
      <KeyMenu row={row} neighbourOf={neighbourOf} actions={actions} onOpen={onOpen} isTabStop={isActive} />
    ),
  };
}
