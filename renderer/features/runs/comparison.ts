import type { Run, RunTimes } from '../../../shared/domain/run.ts';
import type { RunsTexts } from '../../../shared/texts/en/runs.ts';
import type { Formats } from '../../../shared/texts/formats.ts';

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
  readonly label: (texts: RunsTexts) => string;
  readonly of: (run: ComparedRun) => number | null;
  readonly isDuration?: boolean;
  /** Whether more is better, worse, or neither. */
  readonly more: 'better' | 'worse' | 'same';
}

const MEASURES: readonly Measure[] = [
  { label: ({ facts }) => facts.requests, of: ({ run }) => run.totals.done, more: 'same' },
  { label: ({ common }) => common.passed, of: ({ run }) => run.totals.passed, more: 'better' },
  { label: ({ common }) => common.failed, of: ({ run }) => run.totals.failed, more: 'worse' },
  { label: ({ common }) => common.noAnswer, of: ({ run }) => run.totals.errors, more: 'worse' },
  { label: ({ common }) => common.withheld, of: ({ run }) => run.totals.withheld, more: 'same' },
  {
    label: ({ facts }) => facts.median,
    of: ({ times }) => times?.median ?? null,
    isDuration: true,
    more: 'worse',
  },
  {
    label: ({ compare }) => compare.percent(95),
    of: ({ times }) => times?.p95 ?? null,
    isDuration: true,
    more: 'worse',
  },
  {
    label: ({ times }) => times.slowest,
    of: ({ times }) => times?.slowest ?? null,
    isDuration: true,
    more: 'worse',
  },
];

/** Differences of times that are smaller than this share say nothing. */
const NOISE = 0.05;

/** The texts of a comparison, and how it writes numbers. */
export interface ComparisonWords {
  readonly texts: RunsTexts;
  readonly formats: Formats;
}

/** Two runs, measure by measure. */
export function comparison(
  mine: ComparedRun,
  theirs: ComparedRun,
  { texts, formats }: ComparisonWords,
): readonly ComparisonLine[] {
  return MEASURES.map(({ label, of, isDuration = false, more }) => {
    const [one, other] = [of(mine), of(theirs)];
    const shown = (value: number | null) => {
      if (value === null) return '–';
      return isDuration ? formats.duration(value) : formats.number(value);
    };
    const line = { label: label(texts), mine: shown(one), theirs: shown(other) };
    if (one === null || other === null) return { ...line, difference: '–', tone: 'same' };
    const countText = (count: number) => (count === 0 ? texts.compare.same : signed(count, formats.number));
    const difference = isDuration ? shareText(one, other, texts) : countText(one - other);
    const isSame = one === other || (isDuration && Math.abs(one - other) <= other * NOISE);
    return { ...line, difference, tone: isSame ? 'same' : toneOf(one > other, more) };
  });
}

function toneOf(isMore: boolean, more: Measure['more']): ComparisonLine['tone'] {
  if (more === 'same' || isMore) return more;
  return more === 'better' ? 'worse' : 'better';
}

function signed(difference: number, text: (size: number) => string): string {
  return `${difference > 0 ? '+' : '−'}${text(Math.abs(difference))}`;
}

function shareText(one: number, other: number, { compare }: RunsTexts): string {
  if (other === 0) return '–';
  const percent = Math.round((one / other - 1) * 100);
  return percent === 0 ? compare.same : signed(percent, compare.percent);
}
