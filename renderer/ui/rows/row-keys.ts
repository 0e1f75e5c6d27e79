import type { KeyboardEvent, RefObject } from 'react';
import { flushSync } from 'react-dom';

/** What makes a text field one of a table of rows. */
export interface RowCell {
  readonly 'data-cell': string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface RowKeysOptions<Row> {
  readonly body: RefObject<HTMLElement | null>;
  readonly rows: readonly Row[];
  readonly columnIds: readonly string[];
  readonly added: { readonly isEmpty: (row: Row) => boolean } | null;
  readonly onChange: (rows: readonly Row[]) => void;
}

export interface RowKeys {
  readonly cell: (index: number, columnId: string) => RowCell;
  /** The focus goes to this column of the row `next`. */
  readonly remove: (index: number, columnId: string, next: number) => void;
}

/** The keys of a table of rows. A column without a text field in a row is passed over. */
export function rowKeys<Row>({ body, rows, columnIds, added, onChange }: RowKeysOptions<Row>): RowKeys {
  const fieldAt = (index: number, columnId: string) =>
    body.current?.querySelector<HTMLElement>(`[data-cell="${String(index)}-${columnId}"]`) ?? null;
  const firstField = (index: number, ids: readonly string[]) =>
    ids.map((id) => fieldAt(index, id)).find((field) => field !== null) ?? null;
  const remove: RowKeys['remove'] = (index, columnId, next) => {
    // The row must be gone before the focus moves, else it goes with it.
    flushSync(() => {
      onChange(rows.filter((_, at) => at !== index));
    });
    const at = Math.max(0, next);
    (fieldAt(at, columnId) ?? firstField(at, columnIds))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number, columnId: string) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const row = rows[index];
    const further = columnIds.slice(columnIds.indexOf(columnId) + 1);
    if (event.key === 'Enter') (firstField(index, further) ?? firstField(index + 1, columnIds))?.focus();
    else if (event.key === 'ArrowDown') fieldAt(index + 1, columnId)?.focus();
    else if (event.key === 'ArrowUp') fieldAt(index - 1, columnId)?.focus();
    else if (event.key === 'Backspace' && row !== undefined && added?.isEmpty(row) === true)
      remove(index, columnId, index - 1);
    else return;
    event.preventDefault();
  };
  return {
    remove,
    cell: (index, columnId) => ({
      'data-cell': `${String(index)}-${columnId}`,
      onKeyDown: (event) => {
        onKeyDown(event, index, columnId);
      },
    }),
  };
}
