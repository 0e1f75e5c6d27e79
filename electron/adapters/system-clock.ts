import type { Clock } from '../ports/clock.ts';

/** `setTimeout` fires at once for more than this, so a longer wait is made of several. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

export function createSystemClock(): Clock {
  const schedule: Clock['schedule'] = (task, delayMs) => {
    const wait = Math.min(Math.max(0, delayMs), MAX_TIMEOUT_MS);
    let cancelRest = (): void => undefined;
    const timer = setTimeout(() => {
      if (delayMs > wait) cancelRest = schedule(task, delayMs - wait);
      else task();
    }, wait);
    return () => {
      clearTimeout(timer);
      cancelRest();
    };
  };
  return { now: () => Date.now(), schedule };
}
