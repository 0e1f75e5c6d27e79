import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../../shared/domain/expiry.ts';
import {
  effectiveEnd,
  NO_POLICIES,
  policiesForOthers,
  type KeyPolicies,
} from '../../../../shared/domain/key-policy.ts';
import { narrowedBy } from '../../../../shared/domain/narrower-policies.ts';
import { holds } from '../../../support/holds.ts';

const days = fc.option(fc.integer({ min: 1, max: 400 }), { nil: null, freq: 2 });
const policies: fc.Arbitrary<KeyPolicies> = fc.record({
  user: fc.record({ defaultLifetimeDays: days, maximumLifetimeDays: days, idleDays: days }),
  team: fc.record({
    generation: fc.constantFrom('everyone' as const, 'admins' as const),
    maximumLifetimeDays: days,
    idleDays: days,
    isUserPolicyAllowed: fc.boolean(),
  }),
});
const keys = fc.record({
  createdAt: fc.integer({ min: 0, max: 300 * DAY_MS }),
  regeneratedAt: fc.option(fc.integer({ min: 0, max: 300 * DAY_MS }), { nil: null }),
  lastUsedAt: fc.option(fc.integer({ min: 0, max: 300 * DAY_MS }), { nil: null }),
  ownExpiresAt: fc.option(fc.integer({ min: 0, max: 300 * DAY_MS }), { nil: null }),
});

describe('policies that others’ fill in', () => {
  it('let no key live longer, of nobody’s', holds('storage.export-policies'), () => {
    fc.assert(
      fc.property(policies, policies, keys, (here, others, key) => {
        const narrowed = narrowedBy(here, others);
        const end = (of: KeyPolicies) => effectiveEnd(key, of)?.at ?? Infinity;
        expect(end(narrowed)).toBeLessThanOrEqual(end(here));
        expect(end(policiesForOthers(narrowed))).toBeLessThanOrEqual(end(policiesForOthers(here)));
        if (here.team.generation === 'admins') expect(narrowed.team.generation).toBe('admins');
      }),
      { numRuns: 500 },
    );
  });

  it('keep whatever was said', () => {
    fc.assert(
      fc.property(policies, policies, (here, others) => {
        const narrowed = narrowedBy(here, others);
        for (const field of ['defaultLifetimeDays', 'maximumLifetimeDays', 'idleDays'] as const) {
          if (here.user[field] !== null) expect(narrowed.user[field]).toBe(here.user[field]);
        }
      }),
    );
  });

  it('are theirs where nothing was said, and theirs twice are theirs once', () => {
    fc.assert(
      fc.property(policies, (others) => {
        const narrowed = narrowedBy(NO_POLICIES, others);
        expect(narrowed).toEqual(others);
        expect(narrowedBy(narrowed, others)).toEqual(narrowed);
      }),
    );
  });
});
