import { describe, expect, it } from 'vitest';
import { createRateLimiter } from '../../../electron/local-api/rate-limit.ts';
import { manualClock } from '../../support/in-memory-ports.ts';

const rule = { limit: 3, windowMs: 1_000 };

describe('a rate limit', () => {
  it('counts down to none and stays there', () => {
    const limiter = createRateLimiter(rule, manualClock());
    expect([1, 2, 3, 4].map(() => limiter.take('a').remaining)).toEqual([2, 1, 0, 0]);
    expect(limiter.look('a').remaining).toBe(0);
  });

  it('uses nothing up by looking', () => {
    const limiter = createRateLimiter(rule, manualClock());
    limiter.look('a');
    expect(limiter.look('a').remaining).toBe(3);
  });

  it('is each caller’s own', () => {
    const limiter = createRateLimiter(rule, manualClock());
    limiter.take('a');
    expect(limiter.look('b').remaining).toBe(3);
  });

  it('is whole again exactly when it said', () => {
    const clock = manualClock();
    const limiter = createRateLimiter(rule, clock);
    const { resetsAt } = limiter.take('a');
    clock.advance(resetsAt - clock.now() - 1);
    expect(limiter.look('a').remaining).toBe(2);
    clock.advance(1);
    expect(limiter.look('a').remaining).toBe(3);
  });

  it('locks nobody out when the clock goes back', () => {
    const clock = manualClock();
    const limiter = createRateLimiter(rule, clock);
    for (let call = 0; call < 3; call += 1) limiter.take('a');
    clock.setNow(clock.now() - 86_400_000);
    expect(limiter.take('a').remaining).toBe(2);
    expect(limiter.look('a').resetsAt).toBe(clock.now() + 1_000);
  });
});
