import { Ban, Ellipsis, ShieldOff, Undo2 } from 'lucide-react';
import { memo, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { endRuleText } from '../../../shared/domain/key-policy.ts';
import type { TeamKey } from '../../../shared/domain/team.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { isCommand } from '../../ui/command-key.ts';
import { formatDate, formatDateTime, formatRelative } from '../../ui/format-time.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Table, type RowList, type TableCellState, type TableColumn } from '../../ui/table.tsx';
import { TeamKeyStatusCell } from './team-key-status.tsx';
import { chosenKey, type ChosenKeys } from './chosen-keys.ts';
import cell from './team-cell.module.css';
import styles from './team-table.module.css';
import type { Selection } from './use-selection.ts';

export interface TeamTableProps {
  readonly rows: RowList<TeamKey>;
  readonly isLoading: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly selection: Selection;
  readonly onRangeChange: (first: number, last: number) => void;
  readonly onSetDisabled: (keys: ChosenKeys, isDisabled: boolean) => void;
  /** `name`: of the one key that was chosen by its row. */
  readonly onRevoke: (keys: ChosenKeys, name: string) => void;
  readonly empty: ReactNode;
}

/** The keys of every member. Space selects the row that has the focus, Ctrl+A or ⌘A all that match. */
export const TeamTable = memo(function TeamTable(props: TeamTableProps) {
  const { rows, isLoading, now, selection, onRangeChange, onSetDisabled, onRevoke, empty } = props;
  const shownColumns = useMemo(
    () => columns({ now, selection, onSetDisabled, onRevoke }),
    [now, selection, onSetDisabled, onRevoke],
  );
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.role !== 'row') return;
    const isSelectAll = event.key === 'a' && isCommand(event);
    if (!isSelectAll && event.key !== ' ') return;
    event.preventDefault();
    if (isSelectAll) {
      selection.selectAll();
      return;
    }
    const key = rows.at(Number(target.dataset['index']));
    if (key !== undefined && isSelectable(key)) selection.toggle(key.id);
  };
  return (
    <div className={styles.table} onKeyDownCapture={onKeyDownCapture}>
      <Table
        label="Team keys"
        columns={shownColumns}
        rows={rows}
        getId={idOf}
        isLoading={isLoading}
        isDimmed={isAtRest}
        onRangeChange={onRangeChange}
        empty={empty}
      />
    </div>
  );
});

function idOf({ id }: TeamKey): string {
  return id;
}

function isAtRest({ status }: TeamKey): boolean {
  return status !== 'active' && status !== 'expiring';
}

function isSelectable({ status }: TeamKey): boolean {
  return status !== 'revoked';
}

type Column = TableColumn<TeamKey, string>;

type ColumnParts = Pick<TeamTableProps, 'now' | 'selection' | 'onSetDisabled' | 'onRevoke'>;

function columns({ now, selection, onSetDisabled, onRevoke }: ColumnParts): readonly Column[] {
  const column = (
    id: string,
    label: string,
    render: (key: TeamKey, state: TableCellState) => ReactNode,
  ): Column => ({
    id,
    label,
    width: `var(--column-${id})`,
    render,
  });
  return [
    {
      ...column('select', 'Select', (key, { isActive }) => (
        <Checkbox
          label={`Select ${key.name}`}
          isLabelHidden
          isSelected={selection.has(key)}
          isDisabled={!isSelectable(key)}
          isTabStop={isActive}
          onChange={() => {
            selection.toggle(key.id);
          }}
        />
      )),
      isLabelHidden: true,
    },
    column('name', 'Name', (key) => (
      <span className={cell.lines} title={`${key.name}, ${key.serviceName}`}>
        <span className={`${cell.first ?? ''} ${cell.name ?? ''}`} dir="auto">
          {key.name}
        </span>
        <span className={cell.second} dir="auto">
          {key.kind === 'access-key' ? 'Collection access key' : key.serviceName}
        </span>
      </span>
    )),
    column('key', 'Key', (key) => <span className={cell.mask}>{key.mask}</span>),
    column('creator', 'Creator', (key) => (
      <span className={cell.lines} title={key.creatorName}>
        <span className={cell.first} dir="auto">
          {key.creatorName}
        </span>
        {key.isYours && <span className={cell.second}>You</span>}
      </span>
    )),
    column('created', 'Created', (key) => <Time at={key.createdAt}>{formatDate(key.createdAt)}</Time>),
    column('expires', 'Expires', (key) => <Expires teamKey={key} />),
    column('lastUsed', 'Last used', ({ lastUsedAt: at }) =>
      at === null ? <None>Never</None> : <Time at={at}>{formatRelative(at, now)}</Time>,
    ),
    column('status', 'Status', (key) => <TeamKeyStatusCell teamKey={key} />),
    {
      ...column('actions', 'Actions', (key, { isActive }) => (
        <KeyMenu teamKey={key} isTabStop={isActive} onSetDisabled={onSetDisabled} onRevoke={onRevoke} />
      )),
      width: '1.75rem',
      isLabelHidden: true,
      align: 'end',
    },
  ];
}

function Time({ at, children }: { readonly at: number; readonly children: ReactNode }) {
  return (
    <time className={cell.first} dateTime={new Date(at).toISOString()} title={formatDateTime(at)}>
      {children}
    </time>
  );
}

/** When it ends, and by which rule unless that is its own expiration. */
function Expires({ teamKey: { expiresAt, expiresBy } }: { readonly teamKey: TeamKey }) {
  if (expiresAt === null) return <None>Never</None>;
  const rule = expiresBy === null ? '' : endRuleText(expiresBy);
  return (
    <span className={cell.lines} title={`${formatDateTime(expiresAt)}: ${rule}`}>
      <Time at={expiresAt}>{formatDate(expiresAt)}</Time>
      {expiresBy !== null && expiresBy.kind !== 'own' && <span className={cell.second}>{rule}</span>}
    </span>
  );
}

function None({ children }: { readonly children: ReactNode }) {
  return <span className={cell.none}>{children}</span>;
}

interface KeyMenuProps extends Pick<TeamTableProps, 'onSetDisabled' | 'onRevoke'> {
  readonly teamKey: TeamKey;
  readonly isTabStop: boolean;
}

function KeyMenu({ teamKey, isTabStop, onSetDisabled, onRevoke }: KeyMenuProps) {
  const { id, kind, name, status } = teamKey;
  if (status === 'revoked') return null;
  const isDisabled = status === 'disabled';
  const disabling = () => ({
    id: 'disable',
    label: isDisabled ? 'Enable' : 'Disable',
    icon: isDisabled ? <Undo2 /> : <Ban />,
    onAction: () => {
      onSetDisabled(chosenKey(id), !isDisabled);
    },
  });
  const revoking = () => ({
    id: 'revoke',
    label: 'Revoke',
    icon: <ShieldOff />,
    isDanger: true,
    onAction: () => {
      onRevoke(chosenKey(id), name);
    },
  });
  return (
    <MenuButton
      label={`More actions for ${name}`}
      tooltip="More actions"
      icon={<Ellipsis />}
      isTabStop={isTabStop}
      actions={() => (kind === 'api-key' ? [disabling(), revoking()] : [revoking()])}
    />
  );
}
