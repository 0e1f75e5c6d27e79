import type { Publish } from '../keys/publish.ts';
import type { Clock } from '../ports/clock.ts';
import type { HopProgress } from './hop-loop.ts';

/** Each event is a message to the window; ten a second are smooth enough. */
const INTERVAL_MS = 100;

/** Tells the window how far a request is: every change of phase or hop, and bytes at most ten times a second. */
export function createProgressReporter(
  id: string,
  { clock, publish }: { readonly clock: Clock; readonly publish: Publish },
): (progress: HopProgress) => void {
  let last: { readonly at: number; readonly stage: string } | null = null;
  return (progress) => {
    const at = clock.now();
    const stage = `${progress.phase} ${String(progress.hopCount)}`;
    if (last?.stage === stage && Math.abs(at - last.at) < INTERVAL_MS) return;
    last = { at, stage };
    publish('requests.progressed', { id, ...progress });
  };
}
