import type { FieldRow } from '../../../shared/domain/http-request.ts';
import { VariableInput } from '../../ui/variables/variable-input.tsx';
import { holdsVariable } from './draft.ts';
import styles from './path-variable-table.module.css';

interface PathVariableTableProps {
  /** The variables in the address, in order. */
  readonly names: readonly string[];
  readonly rows: readonly FieldRow[];
  readonly unresolved: readonly string[];
  readonly onChange: (rows: readonly FieldRow[]) => void;
}

/** What each `:name` in the path stands for. The names come and go with the address; a value that was typed is kept. */
export function PathVariableTable({ names, rows, unresolved, onChange }: PathVariableTableProps) {
  return (
    <table className={styles.table} aria-label="Path variables">
      {/* In line with the columns of the parameters below. */}
      <colgroup>
        <col className={styles.gutter} />
        <col className={styles.name} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            Path variable
          </th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const row = rows.find((each) => each.name === name && each.isEnabled);
          return (
            <tr key={name}>
              <th scope="row" colSpan={2}>
                <code>:{name}</code>
              </th>
              <td>
                <VariableInput
                  className={styles.input}
                  aria-label={`Value of path variable ${name}`}
                  placeholder={row === undefined ? `Sent as :${name}` : 'Empty'}
                  data-unresolved={holdsVariable(row?.value ?? '', unresolved) || undefined}
                  value={row?.value ?? ''}
                  unresolved={unresolved}
                  onValueChange={(value) => {
                    onChange(withValue(rows, name, value));
                  }}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A value that was emptied is gone: an empty segment would be another address. */
function withValue(rows: readonly FieldRow[], name: string, value: string): readonly FieldRow[] {
  if (value === '') return rows.filter((row) => row.name !== name);
  const at = rows.findIndex((row) => row.name === name && row.isEnabled);
  const row = { name, value, isEnabled: true };
  return at === -1 ? [...rows, row] : rows.with(at, row);
}
