import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Clock } from '../ports/clock.ts';

interface PaceRule {
  readonly limit: number;
  readonly windowMs: number;
}

/** The Postman API's limits (https://learning.postman.com/docs/developer/postman-api/postman-api-rate-limits/). */
const PER_MINUTE: PaceRule = { limit: 300, windowMs: 60_000 };
const PER_LIST: PaceRule = { limit: 10, windowMs: 10_000 };
const LISTS = /^\/(?:collections|workspaces|workspaces\/[^/?]+)(?:\?|$)/;

export interface Waiting {
  readonly signal: AbortSignal;
  /** Told until when it waits, in epoch milliseconds; `null` when it goes on. */
  readonly onWaiting: (until: number | null) => void;
}

/** Keeps a caller's own calls within the limits, so that others of the same person are not locked out. */
export interface CallPace {
  /** Resolves when the next call to this path may be made, and counts it. `cancelled`. */
  takeTurn(caller: string, path: string, waiting: Waiting): Promise<Result<null>>;
}

export function createCallPace(clock: Clock): CallPace {
  const calls = new Map<string, readonly number[]>();

  /** How long until the rule has room, in milliseconds. A clock that was set back forgets the calls of its future. */
  const waitOf = (label: string, { limit, windowMs }: PaceRule): number => {
    const now = clock.now();
    const recent = (calls.get(label) ?? []).filter((at) => at <= now && now - at < windowMs);
    calls.set(label, recent);
    const oldestOfFull = recent.at(-limit);
    return oldestOfFull === undefined ? 0 : oldestOfFull + windowMs - now;
  };

  return {
    async takeTurn(caller, path, waiting) {
      const labels: (readonly [string, PaceRule])[] = [[`minute ${caller}`, PER_MINUTE]];
      if (LISTS.test(path)) labels.push([`list ${caller}`, PER_LIST]);
      for (;;) {
        const wait = Math.max(...labels.map(([label, rule]) => waitOf(label, rule)));
        if (wait === 0) break;
        const waited = await pause(clock, wait, waiting);
        if (!waited.ok) return waited;
      }
      for (const [label] of labels) calls.set(label, [...(calls.get(label) ?? []), clock.now()]);
      return ok(null);
    },
  };
}

/** Waits on the clock. `cancelled` when the signal says so first. */
export async function pause(
  clock: Clock,
  waitMs: number,
  { signal, onWaiting }: Waiting,
): Promise<Result<null>> {
  if (signal.aborted) return failed('cancelled');
  const over = Promise.withResolvers<Result<null>>();
  const cancel = clock.schedule(() => {
    over.resolve(ok(null));
  }, waitMs);
  const onAbort = (): void => {
    over.resolve(failed('cancelled'));
  };
  signal.addEventListener('abort', onAbort, { once: true });
  onWaiting(clock.now() + waitMs);
  const result = await over.promise;
  cancel();
  signal.removeEventListener('abort', onAbort);
  onWaiting(null);
  return result;
}
