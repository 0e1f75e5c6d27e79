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
import { environmentsTexts, type EnvironmentsTexts } from '../../../../shared/texts/en/environments.ts';

interface EnvironmentRowsProps {
  readonly rows: readonly DraftRow[];
  readonly onChange: (rows: readonly DraftRow[]) => void;
  readonly onSecret: (target: SecretTarget) => void;
}

/** The variables of an environment, and always an empty row at the end. */
export function EnvironmentRows({ rows, onChange, onSecret }: EnvironmentRowsProps) {
  const texts = useTexts(environmentsTexts);
  const words = useTexts(editingTexts).rows;
  return (
    <RowsTable
      label={texts.rows.label}
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
                // Which collection it is used in, and so what else has a name, is not known here.
                marksMissing={false}
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
          label={texts.rows.more(at.which)}
          icon={<MoreHorizontal />}
          actions={actionsOf({ row, onChange: at.change, onDelete: at.remove, onSecret }, texts)}
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

function stateText({ state, origins }: HiddenRow, texts: EnvironmentsTexts): string {
  switch (state) {
    case 'kept':
      return origins.length === 0 ? texts.rows.keptNowhere : texts.rows.kept(origins.map(hostOf).join(', '));
    case 'in-file':
      return texts.rows.inFile;
    case 'absent':
      return texts.rows.absent;
    case 'lost':
      return texts.rows.lost;
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
  const texts = useTexts(environmentsTexts);
  return (
    <div className={styles.secret} data-state={row.state}>
      <Lock aria-hidden="true" />
      <span className={styles.secretText} title={stateText(row, texts)}>
        {stateText(row, texts)}
      </span>
      <Button
        size="small"
        variant="quiet"
        aria-label={row.state === 'in-file' ? texts.rows.sealRow(which) : texts.rows.setRow(which)}
        isDisabled={row.name.trim() === ''}
        onPress={() => {
          onSecret({ name: row.name.trim(), state: row.state, origins: row.origins });
        }}
      >
        {row.state === 'in-file' ? texts.rows.seal : texts.rows.set}
      </Button>
    </div>
  );
}

function actionsOf(
  { row, onChange, onDelete, onSecret }: RowActions,
  texts: EnvironmentsTexts,
): readonly MenuAction[] {
  const { was, name, isEnabled } = row;
  const remove: MenuAction = {
    id: 'delete',
    label: texts.common.delete,
    isDanger: true,
    startsGroup: true,
    onAction: onDelete,
  };
  if (row.kind === 'hidden') {
    return [
      {
        id: 'set',
        label: texts.rows.setValue,
        isDisabled: name.trim() === '',
        onAction: () => {
          onSecret({ name: name.trim(), state: row.state, origins: row.origins });
        },
      },
      {
        id: 'plain',
        label: texts.rows.makePlain,
        description: texts.rows.makePlainNote,
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
      label: texts.rows.makeHidden,
      description: name.trim() === '' ? texts.rows.nameFirst : texts.rows.makeHiddenNote,
      isDisabled: name.trim() === '',
      onAction: () => {
        onSecret({ name: name.trim(), state: row.value === '' ? 'absent' : 'in-file', origins: null });
      },
    },
    remove,
  ];
}
