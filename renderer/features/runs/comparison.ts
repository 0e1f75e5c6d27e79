import type { Run, RunTimes } from '../../../shared/domain/run.ts';
import { formatDuration } from '../../ui/exchange/measures.ts';

export interface ComparedRun {
  readonly run: Run;
  /** `null` while they are not known. */
  readonly times: RunTimes | null;
}

export interface ComparisonLine {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  readonly difference: string;
  /** What the difference means for this run. */
  readonly tone: 'better' | 'worse' | 'same';
}

interface Measure {
  readonly label: string;
  readonly of: (run: ComparedRun) => number | null;
  readonly isDuration?: boolean;
  /** Whether more is better, worse, or neither. */
  readonly more: 'better' | 'worse' | 'same';
}

const MEASURES: readonly Measure[] = [
  { label: 'Requests', of: ({ run }) => run.totals.done, more: 'same' },
  { label: 'Passed', of: ({ run }) => run.totals.passed, more: 'better' },
  { label: 'Failed', of: ({ run }) => run.totals.failed, more: 'worse' },
  { label: 'No answer', of: ({ run }) => run.totals.errors, more: 'worse' },
  { label: 'Key withheld', of: ({ run }) => run.totals.withheld, more: 'same' },
  { label: 'Median', of: ({ times }) => times?.median ?? null, isDuration: true, more: 'worse' },
  { label: '95 %', of: ({ times }) => times?.p95 ?? null, isDuration: true, more: 'worse' },
  { label: 'Slowest', of: ({ times }) => times?.slowest ?? null, isDuration: true, more: 'worse' },
];

/** Differences of times that are smaller than this share say nothing. */
const NOISE = 0.05;

/** Two runs, measure by measure. */
export function comparison(mine: ComparedRun, theirs: ComparedRun): readonly ComparisonLine[] {
  return MEASURES.map(({ label, of, isDuration = false, more }) => {
    const [one, other] = [of(mine), of(theirs)];
    const shown = (value: number | null) => {
      if (value === null) return '–';
      return isDuration ? formatDuration(value) : value.toLocaleString();
    };
    const line = { label, mine: shown(one), theirs: shown(other) };
    if (one === null || other === null) return { ...line, difference: '–', tone: 'same' };
    const difference = isDuration ? shareText(one, other) : countText(one - other);
    const isSame = one === other || (isDuration && Math.abs(one - other) <= other * NOISE);
    return { ...line, difference, tone: isSame ? 'same' : toneOf(one > other, more) };
  });
}

function toneOf(isMore: boolean, more: Measure['more']): ComparisonLine['tone'] {
  if (more === 'same' || isMore) return more;
  return more === 'better' ? 'worse' : 'better';
}

function countText(difference: number): string {
  if (difference === 0) return 'the same';
  return difference > 0 ? `+${difference.toLocaleString()}` : `−${Math.abs(difference).toLocaleString()}`;
}

function shareText(one: number, other: number): string {
  if (other === 0) return '–';
  const percent = Math.round((one / other - 1) * 100);
  if (percent === 0) return 'the same';
  return percent > 0 ? `+${percent.toLocaleString()} %` : `−${Math.abs(percent).toLocaleString()} %`;
}
