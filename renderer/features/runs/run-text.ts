import type { Run, RunState, RunVerdict } from '../../../shared/domain/run.ts';
import type { Tone } from '../../ui/tag.tsx';
import { formatDuration } from '../../ui/exchange/measures.ts';

interface Word {
  readonly word: string;
  readonly tone: Tone;
}

export const VERDICTS: Readonly<Record<RunVerdict, Word>> = {
  passed: { word: 'Passed', tone: 'good' },
  failed: { word: 'Failed', tone: 'danger' },
  error: { word: 'No answer', tone: 'danger' },
};

export const STATES: Readonly<Record<RunState, Word>> = {
  running: { word: 'Running', tone: 'accent' },
  finished: { word: 'Finished', tone: 'good' },
  stopped: { word: 'Stopped at a failure', tone: 'warn' },
  cancelled: { word: 'Cancelled', tone: 'neutral' },
  failed: { word: 'Broke off', tone: 'danger' },
  interrupted: { word: 'Interrupted', tone: 'warn' },
  locked: { word: 'Ended by the lock', tone: 'warn' },
};

/** What a state means and what to do; `null` where the word says it. */
export function stateNote(state: RunState): string | null {
  switch (state) {
    case 'failed':
      return 'Its results could not be written. Make room on the disk, then run it again.';
    case 'interrupted':
      return 'Keyfob ended while it ran. What had answered until then is kept.';
    case 'locked':
      return 'Keyfob was locked while it ran, and sends nothing then. What had answered until then is kept.';
    case 'stopped':
      return 'It was to stop at the first request that fails or has no answer; those in flight were let end.';
    case 'running':
    case 'finished':
    case 'cancelled':
      return null;
  }
}

/** How it went, in one word: finished without a failure is not finished with one. */
export function outcomeOf({ state, totals }: Run): Word {
  if (state !== 'finished') return STATES[state];
  const bad = totals.failed + totals.errors;
  return bad === 0
    ? { word: 'Passed', tone: 'good' }
    : { word: `${bad.toLocaleString()} not passed`, tone: 'danger' };
}

/** Milliseconds since it began; of one that runs by the clock. `now` in epoch milliseconds. */
export function elapsedMs({ state, startedAt, durationMs }: Run, now: number): number {
  return state === 'running' ? Math.max(durationMs, now - startedAt) : durationMs;
}

/** Such as `128/s`; `null` before anything can be said. */
export function rateText(run: Run, now: number): string | null {
  const seconds = elapsedMs(run, now) / 1_000;
  if (run.totals.done === 0 || seconds <= 0) return null;
  const rate = run.totals.done / seconds;
  return `${rate.toLocaleString(undefined, { maximumFractionDigits: rate < 10 ? 1 : 0 })}/s`;
}

/** How long it may still take at the rate so far; `null` before anything can be said. */
export function remainingText(run: Run, now: number): string | null {
  const { done } = run.totals;
  if (run.state !== 'running' || done === 0) return null;
  const left = (elapsedMs(run, now) / done) * (run.planned - done);
  return left < 1_000 ? 'less than 1 s' : `about ${formatDuration(Math.ceil(left / 1_000) * 1_000)}`;
}
