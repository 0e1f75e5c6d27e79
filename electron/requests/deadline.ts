import { appError, type AppError } from '../../shared/domain/app-error.ts';
import type { Clock } from '../ports/clock.ts';
import { told } from '../told.ts';

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

/** The deadlines of requests that are cancelled together: they share a timer and a look at the signal. */
export interface Deadlines {
  /** `timeoutMs`: for all hops and the body together. */
  start(timeoutMs: number): Deadline;
  /** Stops waiting, for all of them. */
  close(): void;
}

export interface DeadlineParts {
  readonly clock: Pick<Clock, 'schedule'>;
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
}

/** A timer that comes this much too early is let pass for one that came in time. */
const EARLY_MS = 1;

/**
 * One timer waits for the end that comes first, and none is made for a request that ends later than those before it: setting and
 * stopping one costs more than all else that is counted of a short request.
 */
export function createDeadlines(cancel: AbortSignal, { clock, now }: DeadlineParts): Deadlines {
  const open = new Set<OneDeadline>();
  let wakesAt = Infinity;
  let unschedule: (() => void) | null = null;

  const wakeAt = (endsAt: number, inMs: number): void => {
    unschedule?.();
    wakesAt = endsAt;
    unschedule = clock.schedule(wake, inMs);
  };
  const wake = (): void => {
    const at = now();
    wakesAt = Infinity;
    unschedule = null;
    for (const each of [...open]) if (each.endsAt - at <= EARLY_MS) each.end(appError('timed-out'));
    const next = Math.min(...[...open].map(({ endsAt }) => endsAt));
    if (next < Infinity) wakeAt(next, next - at);
  };
  const onCancel = (): void => {
    for (const each of [...open]) each.end(endOf(cancel));
  };
  cancel.addEventListener('abort', onCancel, { once: true });

  return {
    start(timeoutMs) {
      const endsAt = now() + timeoutMs;
      const one = new OneDeadline(open, endsAt);
      if (cancel.aborted) one.end(endOf(cancel));
      else if (endsAt < wakesAt) wakeAt(endsAt, timeoutMs);
      return one;
    },
    close() {
      unschedule?.();
      unschedule = null;
      wakesAt = Infinity;
      open.clear();
      cancel.removeEventListener('abort', onCancel);
    },
  };
}

/** The deadline of a request that is sent by itself. */
export function startDeadline(cancel: AbortSignal, timeoutMs: number, parts: DeadlineParts): Deadline {
  const deadlines = createDeadlines(cancel, parts);
  const deadline = deadlines.start(timeoutMs);
  return {
    signal: deadline.signal,
    error: () => deadline.error(),
    waiveTime: () => deadline.waiveTime(),
    clear: () => deadlines.close(),
  };
}

class OneDeadline implements Deadline, EndSignal {
  endsAt: number;
  readonly #open: Set<OneDeadline>;
  #error: AppError | null = null;
  #listener: (() => void) | null = null;

  /** `open`: those that are waited for. */
  constructor(open: Set<OneDeadline>, endsAt: number) {
    this.#open = open;
    this.endsAt = endsAt;
    open.add(this);
  }

  get signal(): EndSignal {
    return this;
  }

  end(error: AppError): void {
    this.#open.delete(this);
    if (this.#error !== null) return;
    this.#error = error;
    this.#listener?.();
    this.#listener = null;
  }

  isOver(): boolean {
    return this.#error !== null;
  }

  /** One listens at a time, the hop that is under way; those before it have given their connection back. */
  onOver(listener: () => void): void {
    this.#listener = listener;
  }

  error(): AppError | null {
    return this.#error;
  }

  waiveTime(): void {
    this.endsAt = Infinity;
  }

  clear(): void {
    this.#open.delete(this);
  }
}

function endOf({ reason }: AbortSignal): AppError {
  if (reason !== LOCKED) return appError('cancelled');
  return appError('vault-locked', told('endedByLock'));
}
