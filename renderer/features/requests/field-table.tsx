import { Trash2 } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { FieldRow } from '../../../shared/domain/http-request.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { VariableInput } from '../../ui/variables/variable-input.tsx';
import {
  EMPTY_ROW,
  holdsVariable,
  isEmptyRow,
  rowsFromLines,
  withoutRow,
  withPastedRows,
  withRow,
} from './draft.ts';
import styles from './field-table.module.css';

interface FieldTableProps {
  /** The accessible name of the table. */
  readonly label: string;
  /** What one row is, in the names of its controls: "parameter", "header". */
  readonly noun: string;
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

/**
 * Rows of name and value, each with its checkbox, and always an empty one at the end. Enter goes on to the next field,
 * arrows go up and down, Backspace in an empty row removes it, and pasted lines become rows.
 */
export function FieldTable(props: FieldTableProps) {
  const { label, noun, rows, onChange, unresolved, lockedRow, suggest } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const focus = (index: number, column: Column) => {
    body.current?.querySelector<HTMLElement>(`[data-cell="${String(index)}-${column}"]`)?.focus();
  };
  const remove = (index: number, column: Column, next: number) => {
    // The row must be gone before the focus moves, else it goes with it.
    flushSync(() => {
      onChange(withoutRow(rows, index));
    });
    focus(Math.max(0, next), column);
  };
  const onKeyDown = (event: KeyboardEvent, index: number, column: Column) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const row = rows[index] ?? EMPTY_ROW;
    if (event.key === 'Enter')
      focus(column === 'name' ? index : index + 1, column === 'name' ? 'value' : 'name');
    else if (event.key === 'ArrowDown') focus(index + 1, column);
    else if (event.key === 'ArrowUp') focus(index - 1, column);
    else if (event.key === 'Backspace' && isEmptyRow(row) && index < rows.length)
      remove(index, column, index - 1);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent, index: number) => {
    const pasted = rowsFromLines(event.clipboardData.getData('text/plain'));
    if (pasted === null) return;
    event.preventDefault();
    onChange(withPastedRows(rows, index, pasted));
  };
  return (
    <table className={styles.table} aria-label={label}>
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
            <span className={styles.hidden}>Delete</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {lockedRow}
        {[...rows, EMPTY_ROW].map((row, index) => (
          // A row has no identity but its place; the same place keeps the focus while it is typed in.
          <Row
            key={index}
            row={row}
            index={index}
            noun={noun}
            isNew={index === rows.length}
            unresolved={unresolved}
            suggest={suggest}
            onChange={(change) => {
              onChange(withRow(rows, index, change));
            }}
            onDelete={() => {
              remove(index, 'name', index);
            }}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: FieldRow;
  readonly index: number;
  readonly noun: string;
  readonly isNew: boolean;
  readonly unresolved: readonly string[];
  readonly suggest: FieldTableProps['suggest'];
  readonly onChange: (change: Partial<FieldRow>) => void;
  readonly onDelete: () => void;
  readonly onKeyDown: (event: KeyboardEvent, index: number, column: Column) => void;
  readonly onPaste: (event: ClipboardEvent, index: number) => void;
}

function Row(props: RowProps) {
  const { row, index, noun, isNew, unresolved, suggest, onChange, onDelete, onKeyDown, onPaste } = props;
  const which = isNew ? `new ${noun}` : `${noun} ${String(index + 1)}`;
  const cell = (column: Column) => (
    <td>
      <VariableInput
        className={styles.input}
        aria-label={`${column === 'name' ? 'Name' : 'Value'} of ${which}`}
        data-cell={`${String(index)}-${column}`}
        data-unresolved={holdsVariable(row[column], unresolved) || undefined}
        placeholder={isNew ? (column === 'name' ? `Add ${noun}` : 'Value') : ''}
        value={row[column]}
        suggestions={suggest?.(column, row) ?? null}
        listLabel={`Suggestions for ${column === 'name' ? 'name' : 'value'} of ${which}`}
        unresolved={unresolved}
        onValueChange={(text) => {
          onChange({ [column]: text });
        }}
        onKeyDown={(event) => {
          onKeyDown(event, index, column);
        }}
        onPaste={(event) => {
          if (column === 'name') onPaste(event, index);
        }}
      />
    </td>
  );
  return (
    <tr data-off={!row.isEnabled || undefined}>
      <td className={styles.enabled}>
        {!isNew && (
          <Checkbox
            label={`Send ${which}`}
            isLabelHidden
            isSelected={row.isEnabled}
            onChange={(isEnabled) => {
              onChange({ isEnabled });
            }}
          />
        )}
      </td>
      {cell('name')}
      {cell('value')}
      <td className={styles.actions}>
        {!isNew && <IconButton label={`Delete ${which}`} icon={<Trash2 />} size="small" onPress={onDelete} />}
      </td>
    </tr>
  );
}
