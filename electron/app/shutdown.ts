import { describeBug } from './describe-bug.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';

export interface ShutdownStep {
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

export interface ShutdownOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** For all steps together, in milliseconds. */
  readonly limitMs: number;
}

/**
 * Runs the steps in order. A step that fails is logged and the next one runs; when the time is up the remaining ones still run,
 * without waiting for any of them: a ledger that is closed late is better than one that is not closed. Never rejects.
 */
export async function runShutdown(steps: readonly ShutdownStep[], options: ShutdownOptions): Promise<void> {
  const { clock, logger, limitMs } = options;
  const timeUp = Promise.withResolvers<'time-up'>();
  const cancel = clock.schedule(() => {
    timeUp.resolve('time-up');
  }, limitMs);
  for (const { name, run } of steps) {
    const finished = attempt(run).catch((error: unknown) => {
      logger.error('A step of quitting failed', { step: name, bug: describeBug(error) });
    });
    if ((await Promise.race([finished, timeUp.promise])) === 'time-up') {
      logger.warn('A step of quitting took too long', { step: name });
    }
  }
  cancel();
}

/** A step that throws at once rejects like one that fails later. */
async function attempt(run: ShutdownStep['run']): Promise<void> {
  await run();
}
