import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Clock } from '../ports/clock.ts';
import { told } from '../told.ts';

/** Slows down whoever guesses a passphrase, beside what its derivation takes. */
export interface AttemptLimit {
  /** `passphrase-wait`, with how long. */
  mayTry(): Result<null>;
  failed(): void;
  succeeded(): void;
}

const FREE_FAILURES = 3;
const LONGEST_WAIT_MS = 60_000;

/** Three are free; then 1 s, doubling up to a minute, until one is right. */
export function createAttemptLimit(clock: Pick<Clock, 'now'>): AttemptLimit {
  let failures = 0;
  let lastAt = 0;
  const waitMs = (): number => {
    if (failures < FREE_FAILURES) return 0;
    const pause = Math.min(1_000 * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT_MS);
    const passed = clock.now() - lastAt;
    // A clock that was set back must not lock anybody out.
    return passed < 0 ? 0 : Math.max(0, pause - passed);
  };
  return {
    mayTry() {
      const wait = waitMs();
      if (wait === 0) return ok(null);
      const seconds = Math.ceil(wait / 1_000);
      return failed('passphrase-wait', told('tryAgainIn', { seconds }));
    },
    failed() {
      failures += 1;
      lastAt = clock.now();
    },
    succeeded() {
      failures = 0;
    },
  };
}
