import type { FieldRow } from '../../../shared/domain/http-request.ts';
import { editingTexts } from '../../../shared/texts/en/editing.ts';
import { useTexts } from '../../language/speech-context.ts';
import { RowText } from '../../ui/rows/row-text.tsx';
import { RowsTable } from '../../ui/rows/rows-table.tsx';
import { holdsVariable } from './draft.ts';
import styles from './path-variable-table.module.css';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';

interface PathVariableTableProps {
  /** The variables in the address, in order. */
  readonly names: readonly string[];
  readonly rows: readonly FieldRow[];
  readonly unresolved: readonly string[];
  readonly onChange: (rows: readonly FieldRow[]) => void;
}

/** What each `:name` in the path stands for. The names come and go with the address; a value that was typed is kept. */
export function PathVariableTable({ names, rows, unresolved, onChange }: PathVariableTableProps) {
  const texts = useTexts(requestsTexts);
  const words = useTexts(editingTexts).rows;
  const shown = names.map(
    (name) =>
      rows.find((each) => each.name === name && each.isEnabled) ?? { name, value: '', isEnabled: true },
  );
  return (
    <div className={styles.frame}>
      <RowsTable
        label={texts.pathVariables.label}
        noun="pathVariable"
        verb="send"
        rows={shown}
        columns={[
          { id: 'name', label: texts.pathVariables.one, width: '34%', isRowHeader: true, cell: nameOf },
          {
            id: 'value',
            label: words.value,
            cell: ({ name, value }, at) => (
              <RowText
                label={texts.pathVariables.valueOf(name)}
                field={at.field('value')}
                placeholder={
                  rows.some((row) => row.name === name && row.isEnabled)
                    ? texts.pathVariables.empty
                    : texts.pathVariables.sentAs(name)
                }
                data-unresolved={holdsVariable(value, unresolved) || undefined}
                value={value}
                unresolved={unresolved}
                onValueChange={(text) => {
                  onChange(withValue(rows, name, text));
                }}
              />
            ),
          },
        ]}
        added={null}
        onChange={() => undefined}
      />
    </div>
  );
}

function nameOf({ name }: FieldRow) {
  return <code>:{name}</code>;
}

/** A value that was emptied is gone: an empty segment would be another address. */
function withValue(rows: readonly FieldRow[], name: string, value: string): readonly FieldRow[] {
  if (value === '') return rows.filter((row) => row.name !== name);
  const at = rows.findIndex((row) => row.name === name && row.isEnabled);
  const row = { name, value, isEnabled: true };
  return at === -1 ? [...rows, row] : rows.with(at, row);
}
