import { Trash2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { editingTexts, type RowNoun, type RowVerb } from '../../../shared/texts/en/editing.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Checkbox } from '../checkbox.tsx';
import { IconButton } from '../icon-button.tsx';
import { rowKeys, type RowCell } from './row-keys.ts';
import styles from './rows-table.module.css';
import { VisuallyHidden } from '../visually-hidden.tsx';

export interface RowsColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** As the style sheet takes it; without one it shares what is left. */
  readonly width?: string;
  /** Whether its cells name their rows. */
  readonly isRowHeader?: boolean;
  readonly cell: (row: Row, at: RowAt<Row>) => ReactNode;
}

/** Where a row stands, and how it is changed. */
export interface RowAt<Row> {
  /** In the names of its controls: "header 2", "new header". */
  readonly which: string;
  /** From 0. */
  readonly index: number;
  readonly isNew: boolean;
  readonly change: (row: Row) => void;
  readonly remove: () => void;
  /** What the text field of a column takes, so that the keys find it. */
  readonly field: (columnId: string) => RowCell;
}

export interface NewRow<Row> {
  readonly row: Row;
  readonly isEmpty: (row: Row) => boolean;
}

export interface RowsTableProps<Row extends { readonly isEnabled: boolean }> {
  /** The accessible name of the table. */
  readonly label: string;
  /** What one row is, in the names of its controls. */
  readonly noun: RowNoun;
  /** What its checkbox does with a row. */
  readonly verb: RowVerb;
  readonly rows: readonly Row[];
  readonly columns: readonly RowsColumn<Row>[];
  /** The empty row that always stands at the end; `null` for rows that come and go by themselves. */
  readonly added: NewRow<Row> | null;
  readonly onChange: (rows: readonly Row[]) => void;
  /** Rows that stand first and cannot be changed. */
  readonly lockedRow?: ReactNode;
  /** What can be done with a row, in place of a button that deletes it. */
  readonly actions?: (row: Row, at: RowAt<Row>) => ReactNode;
}

/**
 * Rows that are typed, each with its checkbox, and an empty one at the end that becomes a row when something is typed into it. Enter
 * goes on to the next field, arrows go up and down, Backspace in an empty row removes it.
 */
export function RowsTable<Row extends { readonly isEnabled: boolean }>(props: RowsTableProps<Row>) {
  const { label, noun, rows, columns, added, onChange, lockedRow, actions } = props;
  const texts = useTexts(editingTexts).rows;
  const nouns = texts.nouns[noun];
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = rowKeys({ body, rows, columnIds: columns.map(({ id }) => id), added, onChange });
  const shown = added === null ? rows : [...rows, added.row];
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className={styles.enabled}>
            {added !== null && <VisuallyHidden>{texts.enabled}</VisuallyHidden>}
          </th>
          {columns.map(({ id, label: text, width }) => (
            <th key={id} scope="col" style={width === undefined ? undefined : { inlineSize: width }}>
              {text}
            </th>
          ))}
          {added !== null && (
            <th scope="col" className={styles.actions}>
              <VisuallyHidden>{actions === undefined ? texts.delete : texts.actions}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody ref={body}>
        {lockedRow}
        {shown.map((row, index) => {
          const isNew = index === rows.length;
          const at: RowAt<Row> = {
            which: isNew ? nouns.new : nouns.one(index + 1),
            index,
            isNew,
            change: (changed) => {
              onChange(isNew ? [...rows, changed] : rows.with(index, changed));
            },
            remove: () => {
              keys.remove(index, columns[0]?.id ?? '', index);
            },
            field: (columnId) => keys.cell(index, columnId),
          };
          // A row has no identity but its place; the same place keeps the focus while it is typed in.
          return <RowView key={index} {...props} row={row} at={at} />;
        })}
      </tbody>
    </table>
  );
}

interface RowViewProps<Row extends { readonly isEnabled: boolean }> extends Pick<
  RowsTableProps<Row>,
  'verb' | 'columns' | 'added' | 'actions'
> {
  readonly row: Row;
  readonly at: RowAt<Row>;
}

function RowView<Row extends { readonly isEnabled: boolean }>(props: RowViewProps<Row>) {
  const { row, at, verb, columns, added, actions } = props;
  const texts = useTexts(editingTexts).rows;
  const isOwn = added !== null && !at.isNew;
  return (
    <tr data-off={!row.isEnabled || undefined}>
      <td className={styles.enabled}>
        {isOwn && (
          <Checkbox
            label={texts.verbs[verb](at.which)}
            isLabelHidden
            isSelected={row.isEnabled}
            onChange={(isEnabled) => {
              at.change({ ...row, isEnabled });
            }}
          />
        )}
      </td>
      {columns.map(({ id, isRowHeader = false, cell }) =>
        isRowHeader ? (
          <th key={id} scope="row">
            {cell(row, at)}
          </th>
        ) : (
          <td key={id}>{cell(row, at)}</td>
        ),
      )}
      {added !== null && (
        <td className={styles.actions} data-menu={actions !== undefined || undefined}>
          {isOwn &&
            (actions?.(row, at) ?? (
              <IconButton
                label={texts.deleteRow(at.which)}
                icon={<Trash2 />}
                size="small"
                onPress={() => {
                  at.remove();
                }}
              />
            ))}
        </td>
      )}
    </tr>
  );
}
