import type { FieldRow } from '../../shared/domain/http-request.ts';
import {
  isJsonArray,
  isJsonObject,
  textOf,
  withKeys,
  type JsonObject,
  type JsonValue,
} from './json-value.ts';

export const MAX_NAME = 4_000;
export const MAX_VALUE = 100_000;

/** How a row's texts stand in the file, when not as they are. */
export interface RowSpelling {
  readonly read: (text: string) => string;
  readonly write: (text: string) => string;
}

const AS_IS: RowSpelling = { read: (text) => text, write: (text) => text };

/** Rows of `{ key, value, disabled }`. Other entries are passed over. */
export function readRows(list: JsonValue | undefined, spelling: RowSpelling = AS_IS): readonly FieldRow[] {
  const rows: FieldRow[] = [];
  if (!isJsonArray(list)) return rows;
  for (const entry of list) if (isJsonObject(entry)) rows.push(rowOf(entry, spelling));
  return rows;
}

function entriesOf(list: JsonValue | undefined): readonly JsonObject[] {
  return isJsonArray(list) ? list.filter(isJsonObject) : [];
}

function rowOf(entry: JsonObject, { read }: RowSpelling): FieldRow {
  return {
    name: read(textOf(entry.key)),
    value: read(textOf(entry.value)),
    isEnabled: entry.disabled !== true,
  };
}

export function isSameRow(left: FieldRow, right: FieldRow | undefined): boolean {
  return left.name === right?.name && left.value === right.value && left.isEnabled === right.isEnabled;
}

export function areSameRows(left: readonly FieldRow[], right: readonly FieldRow[]): boolean {
  return left.length === right.length && left.every((row, index) => isSameRow(row, right[index]));
}

/**
 * The list with these rows in it. An entry whose row stayed is the same object; one whose row changed keeps what else is in it
 * (descriptions, types). Entries that are no rows go to the end.
 */
export function writeRows(
  list: JsonValue | undefined,
  rows: readonly FieldRow[],
  spelling: RowSpelling = AS_IS,
): readonly JsonValue[] {
  const entries = entriesOf(list);
  const others = isJsonArray(list) ? list.filter((each) => !isJsonObject(each)) : [];
  const matched = matchRows(
    entries.map((entry) => rowOf(entry, spelling)),
    rows,
  );
  const written = rows.map((row, index) => {
    const from = matched[index];
    return writeRow(from === undefined ? {} : (entries[from] ?? {}), row, spelling);
  });
  return [...written, ...others];
}

function writeRow(entry: JsonObject, row: FieldRow, spelling: RowSpelling): JsonObject {
  const before = rowOf(entry, spelling);
  const changes: Record<string, JsonValue | undefined> = {};
  if (before.name !== row.name || entry.key === undefined) changes.key = spelling.write(row.name);
  if (before.value !== row.value || entry.value === undefined) changes.value = spelling.write(row.value);
  if (before.isEnabled !== row.isEnabled) changes.disabled = row.isEnabled ? undefined : true;
  return withKeys(entry, changes);
}

/** For each new row the old one that it was: the same row, else one of the same name, else the one in its place. */
export function matchRows(
  before: readonly FieldRow[],
  after: readonly FieldRow[],
): readonly (number | undefined)[] {
  const free = new Set(before.keys());
  const matched: (number | undefined)[] = after.map(() => undefined);
  const match = (
    is: (old: FieldRow, row: FieldRow, place: { from: number; to: number }) => boolean,
  ): void => {
    after.forEach((row, to) => {
      if (matched[to] !== undefined) return;
      for (const from of free) {
        const old = before[from];
        if (old === undefined || !is(old, row, { from, to })) continue;
        matched[to] = from;
        free.delete(from);
        return;
      }
    });
  };
  match((old, row, { from, to }) => from === to && isSameRow(old, row));
  match((old, row) => isSameRow(old, row));
  match((old, row) => old.name !== '' && old.name === row.name);
  match((_old, _row, { from, to }) => from === to);
  return matched;
}
