import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY_MS,
  expiryChoiceSchema,
  expiryInstant,
  graceChoiceSchema,
  HOUR_MS,
  graceDuration,
  isExpired,
} from '../../../../shared/domain/expiry.ts';

const now = Date.UTC(2026, 0, 15, 12);

describe('the instant of an expiry', () => {
  it('is none for never, counted from now for days, and itself for a date', () => {
    expect(expiryInstant({ kind: 'never' }, now)).toBeNull();
    expect(expiryInstant({ kind: 'after-days', days: 90 }, now)).toBe(now + 90 * DAY_MS);
    expect(expiryInstant({ kind: 'at', at: 42 }, now)).toBe(42);
  });

  it('is exclusive: at the instant itself the key is expired', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8_640_000_000_000_000 }), (at) => {
        expect([at - 1, at, at + 1].map((time) => isExpired(at, time))).toEqual([false, true, true]);
      }),
    );
    expect(isExpired(null, Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});

describe('the choice of an expiry', () => {
  it.each([
    { kind: 'after-days', days: 0 },
    { kind: 'after-days', days: 1.5 },
    { kind: 'after-days', days: NaN },
    { kind: 'after-days', days: 3651 },
    { kind: 'at', at: -1 },
    { kind: 'at', at: 8_640_000_000_000_001 },
    { kind: 'at' },
    { kind: 'never', at: 5 },
    { kind: 'soon' },
    null,
  ])('cannot be %j', (choice) => {
    expect(expiryChoiceSchema.safeParse(choice).success).toBe(false);
  });
});

describe('a grace', () => {
  it('is none, an hour, a day, a week, or a time of one’s own', () => {
    const choices = [
      'now',
      '1h',
      '24h',
      '7d',
      { kind: 'hours', hours: 5 },
      { kind: 'days', days: 30 },
    ] as const;
    expect(choices.map(graceDuration)).toEqual([0, HOUR_MS, DAY_MS, 7 * DAY_MS, 5 * HOUR_MS, 30 * DAY_MS]);
  });

  it.each([
    { kind: 'days', days: 31 },
    { kind: 'hours', hours: 721 },
    { kind: 'days', days: 0 },
    { kind: 'days', days: 1.5 },
    { kind: 'hours', hours: Number.POSITIVE_INFINITY },
    '8d',
  ])('is at most 30 days, and whole: not %j', (choice) => {
    expect(graceChoiceSchema.safeParse(choice).success).toBe(false);
  });
});
