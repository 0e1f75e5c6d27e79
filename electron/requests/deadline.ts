import { appError, type AppError } from '../../shared/domain/app-error.ts';
import type { Clock } from '../ports/clock.ts';

/** One end for a whole request: cancelled by the person, or out of time, whichever comes first. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Why it ended; `null` while it runs. */
  error(): AppError | null;
  /** Stops waiting for either. */
  clear(): void;
}

/** `timeoutMs`: for all hops and the body together. */
export function startDeadline(cancel: AbortSignal, timeoutMs: number, clock: Clock): Deadline {
  const controller = new AbortController();
  let error: AppError | null = null;
  const endWith = (reason: AppError): void => {
    error ??= reason;
    controller.abort();
  };
  const onCancel = (): void => endWith(appError('cancelled'));
  if (cancel.aborted) onCancel();
  else cancel.addEventListener('abort', onCancel, { once: true });
  const unschedule = clock.schedule(() => endWith(appError('timed-out')), timeoutMs);
  return {
    signal: controller.signal,
    error: () => error,
    clear: () => {
      unschedule();
      cancel.removeEventListener('abort', onCancel);
    },
  };
}
