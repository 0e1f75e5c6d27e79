import type { FieldRow } from '../../../shared/domain/http-request.ts';
import { EMPTY_ROW, isEmptyRow } from './draft.ts';

const SEPARATOR = /[:=\t]/;
/** Before a line: the row is kept and not sent. Postman writes it so too. */
const OFF = '//';

/** Rows as lines of `name: value`, those that are switched off behind `//`. */
export function textOfRows(rows: readonly FieldRow[]): string {
  return rows
    .filter((row) => !isEmptyRow(row))
    .map(({ name, value, isEnabled }) => `${isEnabled ? '' : `${OFF} `}${name}: ${value}`)
    .join('\n');
}

/** Lines of `name: value`, `name=value` or `name<tab>value` -> rows. A line without a separator is a name. */
export function rowsOfText(text: string): readonly FieldRow[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(rowOfLine);
}

function rowOfLine(line: string): FieldRow {
  const trimmed = line.trim();
  const isEnabled = !trimmed.startsWith(OFF);
  const content = isEnabled ? trimmed : trimmed.slice(OFF.length).trim();
  const at = content.search(SEPARATOR);
  if (at === -1) return { ...EMPTY_ROW, name: content, isEnabled };
  return { name: content.slice(0, at).trim(), value: content.slice(at + 1).trim(), isEnabled };
}

/** Whether the text says the same as the rows. It does not where a row holds a line break, or its name a separator. */
export function canBeText(rows: readonly FieldRow[]): boolean {
  const full = rows.filter((row) => !isEmptyRow(row));
  const back = rowsOfText(textOfRows(full));
  return (
    back.length === full.length &&
    full.every(({ name, value, isEnabled }, index) => {
      const row = back[index];
      return row?.name === name && row.value === value && row.isEnabled === isEnabled;
    })
  );
}
