import { appError, type AppError } from '../../shared/domain/app-error.ts';
import type { Clock } from '../ports/clock.ts';

/** Tells that it is over, once. An `AbortSignal` costs more than the rest of a short request’s bookkeeping. */
export interface EndSignal {
  isOver(): boolean;
  onOver(listener: () => void): void;
}

/** Why a request's signal aborts when Keyfob is locked; without a reason the person cancelled it. */
export const LOCKED = Symbol('locked');

/** One end for a whole request: cancelled by the person, ended by the lock, or out of time, whichever comes first. */
export interface Deadline {
  readonly signal: EndSignal;
  /** Why it ended; `null` while it runs. */
  error(): AppError | null;
  /** The time is no longer counted: from here on only the person ends it. */
  waiveTime(): void;
  /** Stops waiting for either. */
  clear(): void;
}

/** `timeoutMs`: for all hops and the body together. */
export function startDeadline(cancel: AbortSignal, timeoutMs: number, clock: Clock): Deadline {
  const listeners: (() => void)[] = [];
  let error: AppError | null = null;
  const endWith = (reason: AppError): void => {
    error ??= reason;
    for (const listener of listeners.splice(0)) listener();
  };
  const onCancel = (): void => endWith(endOf(cancel));
  if (cancel.aborted) onCancel();
  else cancel.addEventListener('abort', onCancel, { once: true });
  const unschedule = clock.schedule(() => endWith(appError('timed-out')), timeoutMs);
  return {
    signal: { isOver: () => error !== null, onOver: (listener) => void listeners.push(listener) },
    error: () => error,
    waiveTime: unschedule,
    clear: () => {
      unschedule();
      cancel.removeEventListener('abort', onCancel);
    },
  };
}

function endOf({ reason }: AbortSignal): AppError {
  if (reason !== LOCKED) return appError('cancelled');
  const message = 'The request was ended, because Keyfob was locked.';
  return appError('vault-locked', { message, remedy: 'Unlock Keyfob, then send it again.' });
}
