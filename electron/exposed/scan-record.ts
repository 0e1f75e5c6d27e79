import type {
  ExposedScan,
  FoundFile,
  FoundGroup,
  FoundValue,
  ScanCoverage,
  ScanTarget,
} from '../../shared/domain/exposed-scan.ts';
import { describeFound, type DescribeContext } from './describe-found.ts';
import type { KeptValue } from './kept-values.ts';
import type { Finding, ScanReport } from './scan-job.ts';

/** A scan and what it found so far, in memory. */
export interface ScanRecord {
  readonly id: string;
  readonly target: ScanTarget;
  readonly values: readonly KeptValue[];
  readonly coverage: ScanCoverage;
  readonly startedAt: number;
  /** A file's number is its place in here. */
  readonly findings: Finding[];
  report: Omit<ScanReport, 'findings'>;
  end: { readonly outcome: 'complete' | 'cancelled' | 'failed'; readonly at: number } | null;
}

/** The scan as the window may see it: no value, and no path but those from what was scanned on. */
export function describeScan(context: DescribeContext, record: ScanRecord | null): ExposedScan {
  if (record === null) return { kind: 'none' };
  const { id, target, report, coverage, startedAt, end } = record;
  if (end === null) return { kind: 'running', id, target, progress: { id, ...report.progress } };
  const { files, bytes } = report.progress;
  const { foreign, gaps } = report;
  const groups = describeGroups(context, record);
  const { outcome, at: endedAt } = end;
  return {
    kind: 'ended',
    id,
    target,
    outcome,
    startedAt,
    endedAt,
    files,
    bytes,
    gaps,
    coverage,
    foreign,
    groups,
  };
}

/** The real path of a file that the result lists; for the main process alone. */
export function pathOf(
  record: ScanRecord | null,
  { scanId, fileId }: { readonly scanId: string; readonly fileId: number },
): string | null {
  return record?.id === scanId ? (record.findings[fileId]?.path ?? null) : null;
}

const ORDER: Record<FoundValue, number> = { present: 0, 'in-grace': 1, replaced: 2, ended: 3 };

/** One for each value that was found; those that still work first, then those that stand in the most files. */
function describeGroups(
  context: DescribeContext,
  { values, findings, report }: ScanRecord,
): readonly FoundGroup[] {
  const filesOf = Map.groupBy(
    findings.map(({ value, shown, count, places }, id) => ({
      value,
      file: { id, path: shown, count, places },
    })),
    ({ value }) => value,
  );
  return [...report.totals]
    .flatMap(([id, { files: fileCount, count }]) => {
      const value = values[id];
      const described = value === undefined ? null : describeFound(context, value);
      if (described === null) return [];
      const files = (filesOf.get(id) ?? []).map(({ file }) => file).toSorted(byPath);
      return [{ id, ...described, fileCount, count, files }];
    })
    .toSorted((a, b) => ORDER[a.value] - ORDER[b.value] || b.fileCount - a.fileCount || a.id - b.id);
}

function byPath(a: FoundFile, b: FoundFile): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
