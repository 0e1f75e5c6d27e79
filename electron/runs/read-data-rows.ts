import type { CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { MAX_DATA_CHARACTERS, MAX_DATA_ROWS } from '../../shared/domain/run.ts';
import type { DataRow } from './run-plan.ts';

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
  if (text.length > MAX_DATA_CHARACTERS) return refused('It holds more than 5 million characters.');
  const content = text.replace(/^\uFEFF/, '');
  const rows = /^\s*[[{]/.test(content) ? readJson(content) : await readCsv(content);
  if (!rows.ok) return rows;
  if (rows.value.length === 0) return refused('It has no rows.');
  if (rows.value.length > MAX_DATA_ROWS) return refused(`It has more than ${String(MAX_DATA_ROWS)} rows.`);
  const columns = new Set(rows.value.flatMap((row) => [...row.keys()]));
  return ok({ columns: [...columns], rows: rows.value });
}

function readJson(text: string): Result<DataRow[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // The parser's message repeats a part of the text.
    return refused('It is not valid JSON.');
  }
  if (!Array.isArray(parsed)) return refused('It must be a JSON array of objects.');
  const rows: DataRow[] = [];
  for (const [index, row] of (parsed as unknown[]).entries()) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      return refused(`It must be a JSON array of objects, and item ${String(index + 1)} is none.`);
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
    if (columns.includes('')) return refused('A column has no name.');
    if (new Set(columns).size < columns.length) return refused('Two columns have the same name.');
    return ok(lines.map((line) => new Map(columns.map((name, index) => [name, line[index] ?? '']))));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = typeof error['lines'] === 'number' ? ` near line ${String(error['lines'])}` : '';
    return refused(`It is not valid CSV${where}.`);
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function refused(why: string): Result<never> {
  const message = `The data file cannot be used. ${why}`;
  return failed('invalid-input', {
    message,
    remedy: 'Choose a CSV file or a JSON array of objects.',
    field: 'data',
  });
}
