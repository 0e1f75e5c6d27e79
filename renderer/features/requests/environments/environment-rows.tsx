import { Lock, MoreHorizontal } from 'lucide-react';
import type { EnvironmentRow } from '../../../../shared/domain/environment.ts';
import { editingTexts } from '../../../../shared/texts/en/editing.ts';
import { useTexts } from '../../../language/speech-context.ts';
import { Button } from '../../../ui/button.tsx';
import { MenuButton, type MenuAction } from '../../../ui/menu-button.tsx';
import { RowText } from '../../../ui/rows/row-text.tsx';
import { RowsTable } from '../../../ui/rows/rows-table.tsx';
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
  const words = useTexts(editingTexts).rows;
  return (
    <RowsTable
      label="Variables"
      noun="variable"
      verb="use"
      rows={rows}
      columns={[
        {
          id: 'name',
          label: words.name,
          width: '36%',
          cell: (row, at) => (
            <RowText
              label={words.of(words.name, at.which)}
              field={at.field('name')}
              placeholder={at.isNew ? words.nouns.variable.add : ''}
              value={row.name}
              maxLength={200}
              onValueChange={(name) => {
                at.change({ ...row, name });
              }}
            />
          ),
        },
        {
          id: 'value',
          label: words.value,
          cell: (row, at) =>
            row.kind === 'plain' ? (
              <RowText
                label={words.of(words.value, at.which)}
                field={at.field('value')}
                placeholder={at.isNew ? words.value : ''}
                value={row.value}
                maxLength={100_000}
                onValueChange={(value) => {
                  at.change({ ...row, value });
                }}
              />
            ) : (
              <SecretCell row={row} which={at.which} onSecret={onSecret} />
            ),
        },
      ]}
      added={{ row: NEW_ROW, isEmpty: isEmptyRow }}
      onChange={onChange}
      actions={(row, at) => (
        <MenuButton
          label={`More actions for ${at.which}`}
          icon={<MoreHorizontal />}
          actions={actionsOf({ row, onChange: at.change, onDelete: at.remove, onSecret })}
        />
      )}
    />
  );
}

function isEmptyRow(row: DraftRow): boolean {
  return row.kind === 'plain' && row.name === '' && row.value === '';
}

interface RowActions {
  readonly row: DraftRow;
  readonly onChange: (row: DraftRow) => void;
  readonly onDelete: () => void;
  readonly onSecret: (target: SecretTarget) => void;
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

function actionsOf({ row, onChange, onDelete, onSecret }: RowActions): readonly MenuAction[] {
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
