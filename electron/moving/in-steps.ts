import { setImmediate } from 'node:timers/promises';

/** How a long work tells how far it is, and hears that nobody wants it any more. */
export interface Steps {
  readonly onProgress: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
}

/** About ten milliseconds of opening or sealing. */
const TOGETHER = 200;

/** Runs the tasks in order, a few at a time. `false` when it was cancelled in between: the rest has not run. */
export async function inSteps(tasks: readonly (() => void)[], steps: Steps): Promise<boolean> {
  for (let start = 0; start < tasks.length; start += TOGETHER) {
    if (steps.isCancelled()) return false;
    for (const task of tasks.slice(start, start + TOGETHER)) task();
    steps.onProgress(Math.min(start + TOGETHER, tasks.length), tasks.length);
    // Others are answered meanwhile.
    await setImmediate();
  }
  return !steps.isCancelled();
}
