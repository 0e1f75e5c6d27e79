import { describe, expect, it } from 'vitest';
import { NO_TOTALS, runStateSchema } from '../../../../shared/domain/run.ts';
import { comparison } from '../../../../renderer/features/runs/comparison.ts';
import { intervalsOf } from '../../../../renderer/features/runs/time-series.ts';
import {
  elapsedMs,
  outcomeOf,
  rateText,
  remainingText,
} from '../../../../renderer/features/runs/run-text.ts';
import { runsTexts } from '../../../../shared/texts/en/runs.ts';
import { speakEnglish } from '../../../../shared/texts/speech.ts';
import { aRecord, aRun, STARTED } from './run-builders.ts';

const { formats, textsOf } = speakEnglish('en-GB');
const words = { texts: textsOf(runsTexts), formats };

const running = aRun([], {
  ...{ state: 'running', planned: 400, durationMs: 900 },
  totals: { ...NO_TOTALS, done: 100, passed: 100 },
}).run;

describe('the text of a run', () => {
  it('tells the time by the clock while it runs, and how long it may still take', () => {
    expect(elapsedMs(running, STARTED + 2_000)).toBe(2_000);
    expect(rateText(running, STARTED + 2_000, formats)).toBe('50/s');
    expect(remainingText(running, STARTED + 2_000, words)).toBe('about 6.00 s');
    expect(remainingText({ ...running, totals: NO_TOTALS }, STARTED + 2_000, words)).toBeNull();
    expect(remainingText({ ...running, state: 'finished' }, STARTED + 2_000, words)).toBeNull();
  });

  it('has a word for each state; finished without a failure is not finished with one', () => {
    for (const state of runStateSchema.options)
      expect(outcomeOf({ ...running, state }, words.texts).word).not.toBe('');
    expect(outcomeOf(aRun([aRecord()]).run, words.texts).word).toBe('Passed');
    expect(outcomeOf(aRun([aRecord(), aRecord({ seq: 2, verdict: 'failed' })]).run, words.texts).word).toBe(
      '1 not passed',
    );
  });

  it('compares two runs, and says which way is better', () => {
    const mine = { run: aRun([aRecord({ verdict: 'failed' })]).run, times: null };
    const theirs = { run: aRun([aRecord()]).run, times: null };
    const lines = new Map(comparison(mine, theirs, words).map((line) => [line.label, line]));
    expect(lines.get('Failed')).toMatchObject({ mine: '1', theirs: '0', difference: '+1', tone: 'worse' });
    expect(lines.get('Passed')).toMatchObject({ difference: '−1', tone: 'worse' });
    expect(lines.get('Median')).toMatchObject({ mine: '–', difference: '–', tone: 'same' });
    const [slow, quick] = [200, 100].map((ms) => ({
      ...mine,
      times: { answers: 1, fastest: ms, median: ms, p95: ms, slowest: ms },
    }));
    if (slow === undefined || quick === undefined) throw new Error('Two times make two runs');
    const median = (one: typeof slow, other: typeof slow) =>
      comparison(one, other, words).find(({ label }) => label === 'Median');
    expect(median(slow, quick)).toMatchObject({ difference: '+100 %', tone: 'worse' });
    expect(median(quick, slow)).toMatchObject({ difference: '−50 %', tone: 'better' });
    expect(median(quick, quick)).toMatchObject({ difference: 'the same', tone: 'same' });
  });

  it('puts points into a few intervals, each with its median and its slowest', () => {
    const at = Array.from({ length: 100 }, (_none, index) => index * 10);
    const intervals = intervalsOf({ at, slowest: at, median: at });
    expect(intervals).toHaveLength(20);
    expect(intervals[1]).toEqual({ from: 50, to: 100, median: 70, slowest: 90 });
  });
});
