import type { CommandOutput } from '../../../shared/contract/contract.ts';

type Points = CommandOutput<'runs.listPoints'>;

/** Whether a point stands for several requests. */
export function hasIntervals({ slowest, median }: Points): boolean {
  return slowest.some((ms, index) => ms !== median[index]);
}

/** A part of the run's time, in milliseconds. */
export interface TimeInterval {
  readonly from: number;
  readonly to: number;
  readonly median: number;
  readonly slowest: number;
}

/** So many lines are read; a chart shows more. */
const MOST_INTERVALS = 20;

/** The points in a few intervals of the same number of them. */
export function intervalsOf({ at, slowest, median }: Points): readonly TimeInterval[] {
  const size = Math.max(1, Math.ceil(at.length / MOST_INTERVALS));
  const intervals: TimeInterval[] = [];
  for (let start = 0; start < at.length; start += size) {
    const end = Math.min(at.length, start + size);
    intervals.push({
      from: at[start] ?? 0,
      to: at[end] ?? at[end - 1] ?? 0,
      median: middle(median.slice(start, end)),
      slowest: Math.max(...slowest.slice(start, end)),
    });
  }
  return intervals;
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;
}
