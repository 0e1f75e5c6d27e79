/** Time as the wall clock tells it, in epoch milliseconds, and timers that can be cancelled. */
export interface Clock {
  now(): number;
  /** Runs `task` once after `delayMs`; returns the way to cancel it. */
  schedule(task: () => void, delayMs: number): () => void;
}
