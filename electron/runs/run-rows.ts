import { z } from 'zod';
import {
  runRecordSchema,
  runRowSchema,
  runSchema,
  type Run,
  type RunRecord,
  type RunRow,
  type RunRowOrder,
  type RunVerdict,
} from '../../shared/domain/run.ts';
import { insertRows } from '../keys/ledger/insert-rows.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { PackedRecord } from './packed-record.ts';
import { unpackRecord } from './unpack-record.ts';

const runTextSchema = z.object({ run: z.string() });
const rowTextSchema = z.object({ row: z.string() });
const idSchema = z.object({ id: z.string() });
const recordTextSchema = z.object({ row: z.string(), rest: z.string() });

export function insertRun(ledger: Ledger, run: Run): void {
  ledger.run('INSERT INTO runs (id, started_at, state, run) VALUES (?, ?, ?, ?)', [
    run.id,
    run.startedAt,
    run.state,
    JSON.stringify(run),
  ]);
}

export function updateRun(ledger: Ledger, run: Run): void {
  ledger.run('UPDATE runs SET state = ?, run = ? WHERE id = ?', [run.state, JSON.stringify(run), run.id]);
}

/** Newest first. */
export function listRuns(ledger: Ledger, limit: number): readonly Run[] {
  return ledger
    .all('SELECT run FROM runs ORDER BY started_at DESC, rowid DESC LIMIT ?', [limit])
    .map((row) => runSchema.parse(JSON.parse(runTextSchema.parse(row).run)));
}

export function findRun(ledger: Ledger, id: string): Run | null {
  const row = ledger.get('SELECT run FROM runs WHERE id = ?', [id]);
  return row === undefined ? null : runSchema.parse(JSON.parse(runTextSchema.parse(row).run));
}

/** With its rows. Returns whether there was one. */
export function deleteRun(ledger: Ledger, id: string): boolean {
  return ledger.run('DELETE FROM runs WHERE id = ?', [id]) > 0;
}

/** The ids of the runs beyond the newest `count`. */
export function listOldRunIds(ledger: Ledger, count: number): readonly string[] {
  return ledger
    .all('SELECT id FROM runs ORDER BY started_at DESC, rowid DESC LIMIT -1 OFFSET ?', [count])
    .map((row) => idSchema.parse(row).id);
}

const RUN_ROWS = {
  into: 'run_rows',
  columns: [...['run_id', 'seq', 'verdict', 'started_after_ms', 'duration_ms', 'row', 'rest'], 'is_withheld'],
};

export function insertRunRecords(ledger: Ledger, runId: string, records: readonly PackedRecord[]): void {
  const rows = records.map(({ row, rowText, restText }) => [
    ...[runId, row.seq, row.verdict, row.startedAfterMs, row.durationMs, rowText, restText],
    Number(row.isKeyWithheld),
  ]);
  insertRows(ledger, RUN_ROWS, rows);
}

export interface RunRowsQuery {
  readonly runId: string;
  /** `null`: all of them. */
  readonly verdicts: readonly RunVerdict[] | null;
  readonly isWithheldOnly: boolean;
  readonly order: RunRowOrder;
  readonly offset: number;
  readonly limit: number;
}

/** Each the order of an index, so that nothing is sorted. */
const ORDERS: Readonly<Record<RunRowOrder, string>> = {
  'first-to-last': 'seq',
  'last-to-first': 'seq DESC',
  slowest: 'duration_ms DESC, seq DESC',
  fastest: 'duration_ms, seq',
};

export function listRunRows(ledger: Ledger, query: RunRowsQuery): readonly RunRow[] {
  const { runId, verdicts, isWithheldOnly, order, offset, limit } = query;
  const isWhole = verdicts === null && !isWithheldOnly;
  // Rows are counted up without gaps, so that a page of all of them is found by its numbers.
  const rows =
    isWhole && order === 'first-to-last'
      ? ledger.all('SELECT row FROM run_rows WHERE run_id = ? AND seq > ? ORDER BY seq LIMIT ?', [
          runId,
          offset,
          limit,
        ])
      : ledger.all(
          `SELECT row FROM run_rows WHERE run_id = ?
           ${verdicts === null ? '' : `AND verdict IN (${verdicts.map(() => '?').join(', ')})`}
           ${isWithheldOnly ? 'AND is_withheld = 1' : ''}
           ORDER BY ${ORDERS[order]} LIMIT ? OFFSET ?`,
          [runId, ...(verdicts ?? []), limit, offset],
        );
  return rows.map((row) => runRowSchema.parse(JSON.parse(rowTextSchema.parse(row).row)));
}

export function findRunRecord(ledger: Ledger, runId: string, seq: number): RunRecord | null {
  const found = findTexts(ledger, runId, seq);
  if (found === null) return null;
  return unpackRecord(found.row, found.rest, (like) => findTexts(ledger, runId, like)?.rest ?? null);
}

function findTexts(ledger: Ledger, runId: string, seq: number): z.infer<typeof recordTextSchema> | null {
  const found = ledger.get('SELECT row, rest FROM run_rows WHERE run_id = ? AND seq = ?', [runId, seq]);
  return found === undefined ? null : recordTextSchema.parse(found);
}

/** When a request began and how long it took, in milliseconds. */
export type RunPoint = readonly [at: number, ms: number];

const pointsSchema = z.object({ points: z.string() });

/** Those of all requests, by the time of their beginning. As one text: an object for each of a hundred thousand takes longer. */
export function listRunPoints(ledger: Ledger, runId: string): readonly RunPoint[] {
  const row = ledger.get(
    `SELECT json_group_array(json_array(started_after_ms, duration_ms)) AS points FROM run_rows WHERE run_id = ?`,
    [runId],
  );
  const points = JSON.parse(pointsSchema.parse(row).points) as RunPoint[]; // made of two numbers each
  return points.sort(([one], [other]) => one - other);
}

const reportSchema = runRecordSchema.omit({ exchange: true });
const restTextSchema = z.object({
  row: z.string(),
  expectations: z.string(),
  problem: z.string().nullable(),
});

/** What a report says of the rows after the one with the number `after`: their exchanges are not read. */
export function listReportRows(
  ledger: Ledger,
  runId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): readonly z.infer<typeof reportSchema>[] {
  return ledger
    .all(
      `SELECT row, rest -> '$.expectations' AS expectations, rest -> '$.problem' AS problem FROM run_rows
       WHERE run_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
      [runId, after, limit],
    )
    .map((unparsed) => {
      const { row, expectations, problem } = restTextSchema.parse(unparsed);
      return reportSchema.parse({
        row: parsed(row),
        expectations: parsed(expectations),
        problem: problem === null ? null : parsed(problem),
      });
    });
}

function parsed(text: string): unknown {
  return JSON.parse(text) as unknown; // judged by the schema that it goes through
}
