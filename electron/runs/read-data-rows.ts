import type { CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type AppErrorDetails, type Result } from '../../shared/domain/app-error.ts';
import { MAX_DATA_CHARACTERS, MAX_DATA_ROWS } from '../../shared/domain/run.ts';
import type { DataRow } from './run-plan.ts';
import { told } from '../told.ts';

export interface DataFile {
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
}

const FIRST_ROWS = 20;
const MAX_CELL = 200;

/** As much of a data file as a person looks at to see that it is the right one. */
export function previewData({ columns, rows }: DataFile): CommandOutput<'runs.readData'> {
  const shortened = (text: string): string =>
    text.length <= MAX_CELL ? text : `${text.slice(0, MAX_CELL).toWellFormed()}…`;
  return {
    columns: columns.map(shortened),
    rowCount: rows.length,
    firstRows: rows
      .slice(0, FIRST_ROWS)
      .map((row) => columns.map((column) => shortened(row.get(column) ?? ''))),
  };
}

/**
 * The rows of a data file: a JSON array of objects, or CSV (RFC 4180) with names in its first line; a byte order mark is ignored.
 * Values that are no text are written as JSON. `invalid-input` says what is wrong, and never repeats the file.
 */
export async function readDataRows(text: string): Promise<Result<DataFile>> {
  if (text.length > MAX_DATA_CHARACTERS) return refused(told('dataTooLong'));
  const content = text.replace(/^\uFEFF/, '');
  const rows = /^\s*[[{]/.test(content) ? readJson(content) : await readCsv(content);
  if (!rows.ok) return rows;
  if (rows.value.length === 0) return refused(told('dataEmpty'));
  if (rows.value.length > MAX_DATA_ROWS) return refused(told('dataTooManyRows', { limit: MAX_DATA_ROWS }));
  const columns = new Set(rows.value.flatMap((row) => [...row.keys()]));
  return ok({ columns: [...columns], rows: rows.value });
}

function readJson(text: string): Result<DataRow[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // The parser's message repeats a part of the text.
    return refused(told('dataNoJson'));
  }
  if (!Array.isArray(parsed)) return refused(told('dataNoArray'));
  const rows: DataRow[] = [];
  for (const [index, row] of (parsed as unknown[]).entries()) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      return refused(told('dataItemNoObject', { item: index + 1 }));
    }
    rows.push(new Map(Object.entries(row).map(([name, value]) => [name, asText(value)])));
  }
  return ok(rows);
}

/** Loaded at its first use: few runs have a data file. */
async function readCsv(text: string): Promise<Result<DataRow[]>> {
  const { parse, CsvError } = await import('csv-parse/sync');
  try {
    const records: string[][] = parse(text, {
      skip_empty_lines: true,
      max_record_size: 1_000_000,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    const [names = [], ...lines] = records;
    const columns = names.map((name) => name.trim());
    if (columns.includes('')) return refused(told('dataColumnWithoutName'));
    if (new Set(columns).size < columns.length) return refused(told('dataColumnTwice'));
    return ok(lines.map((line) => new Map(columns.map((name, index) => [name, line[index] ?? '']))));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error;
    return refused(typeof lines === 'number' ? told('dataNoCsvNear', { line: lines }) : told('dataNoCsv'));
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function refused(words: AppErrorDetails): Result<never> {
  return failed('invalid-input', { ...words, field: 'data' });
}
