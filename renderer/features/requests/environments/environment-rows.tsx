import { Lock, MoreHorizontal } from 'lucide-react';
import type { EnvironmentRow } from '../../../../shared/domain/environment.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { MenuButton, type MenuAction } from '../../../ui/menu-button.tsx';
import { NEW_ROW, type DraftRow } from './environment-draft.ts';
import styles from './environment-rows.module.css';
import type { SecretTarget } from './secret-dialog.tsx';

interface EnvironmentRowsProps {
  readonly rows: readonly DraftRow[];
  readonly onChange: (rows: readonly DraftRow[]) => void;
  readonly onSecret: (target: SecretTarget) => void;
}

/** The variables of an environment, and always an empty row at the end. */
export function EnvironmentRows({ rows, onChange, onSecret }: EnvironmentRowsProps) {
  const put = (index: number, row: DraftRow) => {
    onChange(index === rows.length ? [...rows, row] : rows.with(index, row));
  };
  return (
    <table className={styles.table} aria-label="Variables">
      <thead>
        <tr>
          <th scope="col" className={styles.enabled}>
            <span className={styles.hidden}>Enabled</span>
          </th>
          <th scope="col" className={styles.name}>
            Name
          </th>
          <th scope="col">Value</th>
          <th scope="col" className={styles.actions}>
            <span className={styles.hidden}>Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...rows, NEW_ROW].map((row, index) => (
          // A row has no identity but its place; the same place keeps the focus while it is typed in.
          <Row
            key={index}
            row={row}
            number={index === rows.length ? null : index + 1}
            onChange={(changed) => {
              put(index, changed);
            }}
            onDelete={() => {
              onChange(rows.filter((_, at) => at !== index));
            }}
            onSecret={onSecret}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: DraftRow;
  /** `null` for the empty one. */
  readonly number: number | null;
  readonly onChange: (row: DraftRow) => void;
  readonly onDelete: () => void;
  readonly onSecret: (target: SecretTarget) => void;
}

function Row({ row, number, onChange, onDelete, onSecret }: RowProps) {
  const which = number === null ? 'new variable' : `variable ${String(number)}`;
  return (
    <tr data-off={!row.isEnabled || undefined}>
      <td className={styles.enabled}>
        {number !== null && (
          <Checkbox
            label={`Use ${which}`}
            isLabelHidden
            isSelected={row.isEnabled}
            onChange={(isEnabled) => {
              onChange({ ...row, isEnabled });
            }}
          />
        )}
      </td>
      <td>
        <input
          className={styles.input}
          aria-label={`Name of ${which}`}
          placeholder={number === null ? 'Add variable' : ''}
          value={row.name}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onChange({ ...row, name: event.target.value });
          }}
        />
      </td>
      <td>
        {row.kind === 'plain' ? (
          <input
            className={styles.input}
            aria-label={`Value of ${which}`}
            placeholder={number === null ? 'Value' : ''}
            value={row.value}
            maxLength={100_000}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              onChange({ ...row, value: event.target.value });
            }}
          />
        ) : (
          <SecretCell row={row} which={which} onSecret={onSecret} />
        )}
      </td>
      <td className={styles.actions}>
        {number !== null && (
          <MenuButton
            label={`More actions for ${which}`}
            icon={<MoreHorizontal />}
            actions={actionsOf({ row, onChange, onDelete, onSecret })}
          />
        )}
      </td>
    </tr>
  );
}

type HiddenRow = Extract<EnvironmentRow, { kind: 'hidden' }>;

function stateText({ state, origins }: HiddenRow): string {
  switch (state) {
    case 'kept':
      return origins.length === 0
        ? 'Sealed; may go nowhere yet'
        : `Sealed; to ${origins.map(hostOf).join(', ')}`;
    case 'in-file':
      return 'Its value stands in the file, and is not used so';
    case 'absent':
      return 'No value on this computer yet';
    case 'lost':
      return 'Its value is gone with the master key';
  }
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}

interface SecretCellProps {
  readonly row: HiddenRow & DraftRow;
  readonly which: string;
  readonly onSecret: (target: SecretTarget) => void;
}

function SecretCell({ row, which, onSecret }: SecretCellProps) {
  return (
    <div className={styles.secret} data-state={row.state}>
      <Lock aria-hidden="true" />
      <span className={styles.secretText} title={stateText(row)}>
        {stateText(row)}
      </span>
      <Button
        size="small"
        variant="quiet"
        aria-label={`${row.state === 'in-file' ? 'Seal' : 'Set'} ${which}`}
        isDisabled={row.name.trim() === ''}
        onPress={() => {
          onSecret({ name: row.name.trim(), state: row.state, origins: row.origins });
        }}
      >
        {row.state === 'in-file' ? 'Seal…' : 'Set…'}
      </Button>
    </div>
  );
}

function actionsOf({ row, onChange, onDelete, onSecret }: Omit<RowProps, 'number'>): readonly MenuAction[] {
  const { was, name, isEnabled } = row;
  const remove: MenuAction = {
    id: 'delete',
    label: 'Delete',
    isDanger: true,
    startsGroup: true,
    onAction: onDelete,
  };
  if (row.kind === 'hidden') {
    return [
      {
        id: 'set',
        label: 'Set value and origins…',
        isDisabled: name.trim() === '',
        onAction: () => {
          onSecret({ name: name.trim(), state: row.state, origins: row.origins });
        },
      },
      {
        id: 'plain',
        label: 'Make it a plain variable',
        description: 'Its sealed value is forgotten when you save.',
        onAction: () => {
          onChange({ kind: 'plain', was, name, isEnabled, value: '' });
        },
      },
      remove,
    ];
  }
  return [
    {
      id: 'secret',
      label: 'Make it secret…',
      description:
        name.trim() === '' ? 'Give it a name first.' : 'Seals its value and takes it out of the file.',
      isDisabled: name.trim() === '',
      onAction: () => {
        onSecret({ name: name.trim(), state: row.value === '' ? 'absent' : 'in-file', origins: null });
      },
    },
    remove,
  ];
}
