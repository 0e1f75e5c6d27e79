import type { Run, RunState, RunVerdict } from '../../../shared/domain/run.ts';
import type { Tone } from '../../ui/tag.tsx';
import type { RunsTexts } from '../../../shared/texts/en/runs.ts';
import type { Formats } from '../../../shared/texts/formats.ts';

/** The texts of a run, and how it writes numbers. */
export interface RunWords {
  readonly texts: RunsTexts;
  readonly formats: Formats;
}

interface Word {
  readonly word: string;
  readonly tone: Tone;
}

export function verdictOf(verdict: RunVerdict, { common }: RunsTexts): Word {
  switch (verdict) {
    case 'passed':
      return { word: common.passed, tone: 'good' };
    case 'failed':
      return { word: common.failed, tone: 'danger' };
    case 'error':
      return { word: common.noAnswer, tone: 'danger' };
  }
}

const STATE_TONES: Readonly<Record<RunState, Tone>> = {
  running: 'accent',
  finished: 'good',
  stopped: 'warn',
  cancelled: 'neutral',
  failed: 'danger',
  interrupted: 'warn',
  locked: 'warn',
};

/** What a state means and what to do; `null` where the word says it. */
export function stateNote(state: RunState, texts: RunsTexts): string | null {
  switch (state) {
    case 'failed':
      return texts.state.failedNote;
    case 'interrupted':
      return texts.state.interruptedNote;
    case 'locked':
      return texts.state.lockedNote;
    case 'stopped':
      return texts.state.stoppedNote;
    case 'running':
    case 'finished':
    case 'cancelled':
      return null;
  }
}

/** How it went, in one word: finished without a failure is not finished with one. */
export function outcomeOf({ state, totals }: Run, texts: RunsTexts): Word {
  if (state !== 'finished') return { word: texts.state[state], tone: STATE_TONES[state] };
  const bad = totals.failed + totals.errors;
  return bad === 0
    ? { word: texts.common.passed, tone: 'good' }
    : { word: texts.state.notPassed(bad), tone: 'danger' };
}

/** Milliseconds since it began; of one that runs by the clock. `now` in epoch milliseconds. */
export function elapsedMs({ state, startedAt, durationMs }: Run, now: number): number {
  return state === 'running' ? Math.max(durationMs, now - startedAt) : durationMs;
}

/** Such as `128/s`; `null` before anything can be said. */
export function rateText(run: Run, now: number, formats: Formats): string | null {
  const seconds = elapsedMs(run, now) / 1_000;
  if (run.totals.done === 0 || seconds <= 0) return null;
  const rate = run.totals.done / seconds;
  return `${formats.number(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate))}/s`;
}

/** How long it may still take at the rate so far; `null` before anything can be said. */
export function remainingText(run: Run, now: number, { texts, formats }: RunWords): string | null {
  const { done } = run.totals;
  if (run.state !== 'running' || done === 0) return null;
  const left = (elapsedMs(run, now) / done) * (run.planned - done);
  return left < 1_000
    ? texts.state.lessThanASecond
    : texts.state.about(formats.duration(Math.ceil(left / 1_000) * 1_000));
}
