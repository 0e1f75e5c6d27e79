import type { LockReason } from '../../shared/domain/vault-state.ts';
import { createTurns } from '../turns.ts';

/**
 * Locks that come while a call is on its way to the master key: there is nothing in memory to forget yet, and the call would unlock Keyfob
 * behind a screen that was just locked. Such a call ends locked; one that begins after the lock does not.
 */
export interface LateLock {
  /** At each lock. */
  readonly ask: (reason: LockReason) => void;
  /** Tells the locks that come after from those before. */
  readonly mark: () => number;
  /** One call after the other. `since`: when it began, which may be before it is its turn. */
  readonly inTurn: <Value>(work: () => Promise<Value>, since?: number) => Promise<Value>;
  /** Why the call whose turn it is must end locked; `null` where it need not. */
  readonly due: () => LockReason | null;
}

export function createLateLock(): LateLock {
  const turns = createTurns();
  let reason: LockReason | null = null;
  let locks = 0;
  let seen = 0;
  return {
    ask(asked) {
      reason = asked;
      locks += 1;
    },
    mark: () => locks,
    inTurn: (work, since = locks) =>
      turns(() => {
        seen = since;
        return work();
      }),
    due: () => (seen === locks ? null : reason),
  };
}
