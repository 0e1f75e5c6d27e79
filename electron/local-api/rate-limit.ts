import type { Clock } from '../ports/clock.ts';

export interface RateLimitRule {
  readonly limit: number;
  readonly windowMs: number;
}

/** What a caller has left of a rule now. */
export interface RateLimitState {
  readonly rule: RateLimitRule;
  readonly remaining: number;
  /** When the whole limit is there again, in epoch milliseconds. */
  readonly resetsAt: number;
}

export interface RateLimiter {
  /** Without using anything up. */
  look(caller: string): RateLimitState;
  /** Uses one up; the answer says what is left. At none left it changes nothing. */
  take(caller: string): RateLimitState;
}

/**
 * A fixed window for each caller, opened by its first request: what `reset` announces is then exact.
 * A clock that was set back opens a new window, so that nobody is locked out until the old time comes again.
 */
export function createRateLimiter(rule: RateLimitRule, clock: Clock): RateLimiter {
  const windows = new Map<string, { readonly openedAt: number; used: number }>();

  const currentWindow = (caller: string): { readonly openedAt: number; used: number } => {
    const now = clock.now();
    const known = windows.get(caller);
    if (known && now >= known.openedAt && now < known.openedAt + rule.windowMs) return known;
    return { openedAt: now, used: 0 };
  };
  const stateOf = (window: { readonly openedAt: number; readonly used: number }): RateLimitState => ({
    rule,
    remaining: rule.limit - window.used,
    resetsAt: window.openedAt + rule.windowMs,
  });

  return {
    look: (caller) => stateOf(currentWindow(caller)),
    take(caller) {
      const window = currentWindow(caller);
      if (window.used < rule.limit) window.used += 1;
      windows.set(caller, window);
      return stateOf(window);
    },
  };
}
