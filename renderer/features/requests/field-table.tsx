import type { ClipboardEvent, ReactNode } from 'react';
import type { FieldRow } from '../../../shared/domain/http-request.ts';
import { editingTexts, type RowNoun } from '../../../shared/texts/en/editing.ts';
import { useTexts } from '../../language/speech-context.ts';
import { RowText } from '../../ui/rows/row-text.tsx';
import { RowsTable, type RowAt } from '../../ui/rows/rows-table.tsx';
import { EMPTY_ROW, holdsVariable, isEmptyRow, rowsFromLines, withPastedRows } from './draft.ts';

interface FieldTableProps {
  /** The accessible name of the table. */
  readonly label: string;
  /** What one row is, in the names of its controls. */
  readonly noun: RowNoun;
  readonly rows: readonly FieldRow[];
  readonly onChange: (rows: readonly FieldRow[]) => void;
  /** Names of variables without a value. */
  readonly unresolved: readonly string[];
  /** A row that Keyfob adds; it stands first and cannot be changed. */
  readonly lockedRow?: ReactNode;
  /** What could be meant in a field; without it nothing is suggested. */
  readonly suggest?: (column: Column, row: FieldRow) => readonly string[];
}

export type Column = 'name' | 'value';

/** Rows of name and value. Lines that are pasted into a name become rows. */
export function FieldTable(props: FieldTableProps) {
  const { label, noun, rows, onChange, unresolved, lockedRow, suggest } = props;
  const texts = useTexts(editingTexts).rows;
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, index: number) => {
    const pasted = rowsFromLines(event.clipboardData.getData('text/plain'));
    if (pasted === null) return;
    event.preventDefault();
    onChange(withPastedRows(rows, index, pasted));
  };
  const cell = (column: Column) => (row: FieldRow, at: RowAt<FieldRow>) => {
    const what = texts[column];
    return (
      <RowText
        label={texts.of(what, at.which)}
        field={at.field(column)}
        data-unresolved={holdsVariable(row[column], unresolved) || undefined}
        placeholder={at.isNew ? (column === 'name' ? texts.nouns[noun].add : texts.value) : ''}
        value={row[column]}
        suggestions={suggest?.(column, row) ?? null}
        listLabel={texts.suggestionsFor(what, at.which)}
        unresolved={unresolved}
        onValueChange={(text) => {
          at.change({ ...row, [column]: text });
        }}
        onPaste={(event) => {
          if (column === 'name') onPaste(event, at.index);
        }}
      />
    );
  };
  return (
    <RowsTable
      label={label}
      noun={noun}
      verb="send"
      rows={rows}
      columns={[
        { id: 'name', label: texts.name, width: '34%', cell: cell('name') },
        { id: 'value', label: texts.value, cell: cell('value') },
      ]}
      added={{ row: EMPTY_ROW, isEmpty: isEmptyRow }}
      onChange={onChange}
      lockedRow={lockedRow}
    />
  );
}
