import { Ban, Ellipsis, ShieldOff, Undo2 } from 'lucide-react';
import { memo, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import type { TeamKey } from '../../../shared/domain/team.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { isCommand } from '../../ui/command-key.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Table, type RowList, type TableCellState, type TableColumn } from '../../ui/table.tsx';
import { TeamKeyStatusCell } from './team-key-status.tsx';
import { chosenKey, type ChosenKeys } from './chosen-keys.ts';
import cell from './team-cell.module.css';
import styles from './team-table.module.css';
import type { Selection } from './use-selection.ts';
import { teamTexts, type TeamTexts } from '../../../shared/texts/en/team.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import type { Formats } from '../../../shared/texts/formats.ts';

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
  const formats = useFormats();
  const texts = useTexts(teamTexts);
  const { rows, isLoading, now, selection, onRangeChange, onSetDisabled, onRevoke, empty } = props;
  const shownColumns = useMemo(
    () => columns({ now, selection, onSetDisabled, onRevoke }, texts, formats),
    [now, selection, onSetDisabled, onRevoke, texts, formats],
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
        label={texts.team.title}
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

function columns(
  { now, selection, onSetDisabled, onRevoke }: ColumnParts,
  texts: TeamTexts,
  formats: Formats,
): readonly Column[] {
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
      ...column('select', texts.table.columns.select, (key, { isActive }) => (
        <Checkbox
          label={texts.table.select(key.name)}
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
    column('name', texts.table.columns.name, (key) => (
      <span className={cell.lines} title={`${key.name}, ${key.serviceName}`}>
        <span className={`${cell.first ?? ''} ${cell.name ?? ''}`} dir="auto">
          {key.name}
        </span>
        <span className={cell.second} dir="auto">
          {key.kind === 'access-key' ? texts.table.accessKey : key.serviceName}
        </span>
      </span>
    )),
    column('key', texts.table.columns.key, (key) => <span className={cell.mask}>{key.mask}</span>),
    column('creator', texts.table.columns.creator, (key) => (
      <span className={cell.lines} title={key.creatorName}>
        <span className={cell.first} dir="auto">
          {key.creatorName}
        </span>
        {key.isYours && <span className={cell.second}>{texts.common.you}</span>}
      </span>
    )),
    column('created', texts.table.columns.created, (key) => (
      <Time at={key.createdAt}>{formats.date(key.createdAt)}</Time>
    )),
    column('expires', texts.table.columns.expires, (key) => <Expires teamKey={key} />),
    column('lastUsed', texts.table.lastUsed, ({ lastUsedAt: at }) =>
      at === null ? <None>{texts.table.never}</None> : <Time at={at}>{formats.relative(at, now)}</Time>,
    ),
    column('status', texts.table.columns.status, (key) => <TeamKeyStatusCell teamKey={key} />),
    {
      ...column('actions', texts.table.columns.actions, (key, { isActive }) => (
        <KeyMenu teamKey={key} isTabStop={isActive} onSetDisabled={onSetDisabled} onRevoke={onRevoke} />
      )),
      width: '1.75rem',
      isLabelHidden: true,
      align: 'end',
    },
  ];
}

function Time({ at, children }: { readonly at: number; readonly children: ReactNode }) {
  const formats = useFormats();
  return (
    <time className={cell.first} dateTime={new Date(at).toISOString()} title={formats.dateTime(at)}>
      {children}
    </time>
  );
}

/** When it ends, and by which rule unless that is its own expiration. */
function Expires({ teamKey: { expiresAt, expiresBy } }: { readonly teamKey: TeamKey }) {
  const formats = useFormats();
  const texts = useTexts(teamTexts);
  if (expiresAt === null) return <None>{texts.table.never}</None>;
  const rule = expiresBy === null ? '' : texts.common.endRule(expiresBy);
  return (
    <span className={cell.lines} title={`${formats.dateTime(expiresAt)}: ${rule}`}>
      <Time at={expiresAt}>{formats.date(expiresAt)}</Time>
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
  const texts = useTexts(teamTexts);
  const { id, kind, name, status } = teamKey;
  if (status === 'revoked') return null;
  const isDisabled = status === 'disabled';
  const disabling = () => ({
    id: 'disable',
    label: isDisabled ? texts.common.enable : texts.common.disable,
    icon: isDisabled ? <Undo2 /> : <Ban />,
    onAction: () => {
      onSetDisabled(chosenKey(id), !isDisabled);
    },
  });
  const revoking = () => ({
    id: 'revoke',
    label: texts.table.revoke,
    icon: <ShieldOff />,
    isDanger: true,
    onAction: () => {
      onRevoke(chosenKey(id), name);
    },
  });
  return (
    <MenuButton
      label={texts.common.moreActionsFor(name)}
      tooltip={texts.common.moreActions}
      icon={<Ellipsis />}
      isTabStop={isTabStop}
      actions={() => (kind === 'api-key' ? [disabling(), revoking()] : [revoking()])}
    />
  );
}
