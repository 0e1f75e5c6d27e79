import type { CommandOutput } from '../../shared/contract/contract.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { listRunPoints, type RunPoint } from './run-rows.ts';

/** More than a screen has columns. */
const MAX_POINTS = 2_000;

/** A run's times for a chart: one point a request, or of many the slowest and the median of each interval. */
export function listChartPoints(ledger: Ledger, runId: string): CommandOutput<'runs.listPoints'> {
  const points = listRunPoints(ledger, runId);
  const size = Math.max(1, Math.ceil(points.length / MAX_POINTS));
  const intervals: RunPoint[][] = [];
  for (let start = 0; start < points.length; start += size) intervals.push(points.slice(start, start + size));
  return {
    at: intervals.map((interval) => interval[0]?.[0] ?? 0),
    slowest: intervals.map((interval) => Math.max(...interval.map(([, ms]) => ms))),
    median: intervals.map((interval) => median(interval.map(([, ms]) => ms))),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;
}
