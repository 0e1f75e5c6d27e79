import type { Run, RunRecord } from '../../shared/domain/run.ts';

/** What a report says of a request. */
export type ReportRow = Pick<RunRecord, 'row' | 'expectations' | 'problem'>;

/** Durations in milliseconds, times in UTC (ISO 8601). */
export function jsonReport(run: Run, rows: readonly ReportRow[]): string {
  const { id: _id, collectionId: _collection, folderId: _folder, startedAt, options, ...about } = run;
  // The id of an environment is the name of a file on this computer.
  const { environment: _environment, ...shown } = options;
  const report = {
    run: { ...about, options: shown, startedAt: new Date(startedAt).toISOString() },
    requests: rows.map(({ row, expectations, problem }) => ({ ...row, expectations, problem })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
