import type { Clock } from '../ports/clock.ts';
import { INVALID_KEY, MONTH_EXHAUSTED, RATE_LIMITED, type Answer } from './answer.ts';
import type { CallRecord } from './call-record.ts';
import { createRateLimiter, type RateLimitRule, type RateLimitState } from './rate-limit.ts';

/** The Postman API's own limits: 300 a minute for each user, and 10 in 10 seconds on each of the costly lists. */
export const PER_MINUTE: RateLimitRule = { limit: 300, windowMs: 60_000 };
export const PER_LIST: RateLimitRule = { limit: 10, windowMs: 10_000 };
/** Postman's depends on the plan; ours only stops a loop that runs for days. */
export const CALLS_PER_MONTH = 1_000_000;

/** What the limits say to a call, and the headers that tell of them. */
export interface Admission {
  /** The answer to a call that is not let in; `null` for one that is. */
  readonly refusal: Answer | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface CallLimits {
  /** Counts a call with a good key, unless a limit forbids it. */
  admit(call: AdmittedCall): Admission;
  /** Counts a call that needs no key against its sender. */
  admitOpen(remote: string): Admission;
  /**
   * Counts a call without a good key against its sender: after 300 in a minute it is no longer told that the key is bad.
   * Good keys do not suffer from it, since on loopback every program has the same address.
   */
  refuse(remote: string): Admission & { readonly refusal: Answer };
}

export interface AdmittedCall {
  readonly caller: {
    readonly kind: 'api-key' | 'access-key';
    readonly id: string;
    readonly memberId: string;
  };
  /** The costly list that is called; `null` for every other route. */
  readonly costly: string | null;
  readonly origin: string;
}

export interface CallLimitOptions {
  readonly clock: Clock;
  readonly record: CallRecord;
  readonly callsPerMonth: number;
  /** For each user, and for the refusals of each sender; Postman's own when it is left out. */
  readonly callsPerMinute?: number | undefined;
}

export function createCallLimits(options: CallLimitOptions): CallLimits {
  const { clock, record, callsPerMonth, callsPerMinute = PER_MINUTE.limit } = options;
  const perMinute = { ...PER_MINUTE, limit: callsPerMinute };
  const perUser = createRateLimiter(perMinute, clock);
  const perRemote = createRateLimiter(perMinute, clock);
  const perList = createRateLimiter(PER_LIST, clock);

  const headersOf = (state: RateLimitState): Record<string, string> => ({
    ...rateHeaders(state, clock.now()),
    ...monthHeaders(callsPerMonth, record.callsThisMonth()),
  });
  const limited = (state: RateLimitState): Admission & { readonly refusal: Answer } => {
    const headers = headersOf(state);
    const retryAfter = String(secondsUntil(state.resetsAt, clock.now()));
    return { refusal: RATE_LIMITED, headers: { ...headers, 'Retry-After': retryAfter } };
  };

  return {
    admit({ caller, costly, origin }) {
      // Who was given an access key must not use up the calls of the member who gave it.
      const user = caller.kind === 'api-key' ? `member ${caller.memberId}` : `access key ${caller.id}`;
      const list = costly === null ? null : `${user} ${costly}`;
      const minute = perUser.look(user);
      if (record.callsThisMonth() >= callsPerMonth) {
        return { refusal: MONTH_EXHAUSTED, headers: headersOf(minute) };
      }
      const states = list === null ? [minute] : [minute, perList.look(list)];
      const spent = states.find((state) => state.remaining === 0);
      if (spent) return limited(spent);
      if (list !== null) perList.take(list);
      record.add(caller.kind === 'api-key' ? caller.id : null, origin);
      return { refusal: null, headers: headersOf(perUser.take(user)) };
    },
    admitOpen(remote) {
      if (perRemote.look(remote).remaining === 0) return limited(perRemote.look(remote));
      return { refusal: null, headers: headersOf(perRemote.take(remote)) };
    },
    refuse(remote) {
      const isSpent = perRemote.look(remote).remaining === 0;
      const state = perRemote.take(remote);
      return isSpent ? limited(state) : { refusal: INVALID_KEY, headers: headersOf(state) };
    },
  };
}

function rateHeaders({ rule, remaining, resetsAt }: RateLimitState, now: number): Record<string, string> {
  const limit = String(rule.limit);
  const reset = String(secondsUntil(resetsAt, now));
  return {
    RateLimit: `limit=${limit}, remaining=${String(remaining)}, reset=${reset}`,
    'RateLimit-Policy': `${limit};w=${String(rule.windowMs / 1_000)}`,
    'X-RateLimit-Limit': limit,
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String(Math.ceil(resetsAt / 1_000)),
  };
}

function monthHeaders(limit: number, calls: number): Record<string, string> {
  return {
    'RateLimit-Limit-Month': String(limit),
    'RateLimit-Remaining-Month': String(Math.max(0, limit - calls)),
  };
}

/** Rounded up and at least 1: who waits that long is let in. */
function secondsUntil(instant: number, now: number): number {
  return Math.max(1, Math.ceil((instant - now) / 1_000));
}
