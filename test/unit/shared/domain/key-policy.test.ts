import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../../shared/domain/expiry.ts';
import {
  effectiveEnd,
  endRuleText,
  graceEnd,
  NO_POLICIES,
  policyLimits,
  type EndingKey,
  type KeyPolicies,
  type TeamPolicy,
  type UserPolicy,
} from '../../../../shared/domain/key-policy.ts';
import { START } from '../../../support/builders.ts';

const policies = (user: Partial<UserPolicy>, team: Partial<TeamPolicy> = {}): KeyPolicies => ({
  user: { ...NO_POLICIES.user, ...user },
  team: { ...NO_POLICIES.team, ...team },
});
const key = (changes: Partial<EndingKey> = {}): EndingKey => ({
  createdAt: START,
  regeneratedAt: null,
  lastUsedAt: null,
  ownExpiresAt: null,
  ...changes,
});

describe('the effective end', () => {
  it('is none without any rule', () => {
    expect(effectiveEnd(key(), NO_POLICIES)).toBeNull();
  });

  it.each([
    ['own', { ownExpiresAt: START + 5 * DAY_MS }, 5],
    ['maximum-lifetime', { ownExpiresAt: START + 90 * DAY_MS, lastUsedAt: START + 9 * DAY_MS }, 10],
    ['unused', { ownExpiresAt: START + 90 * DAY_MS }, 7],
  ] as const)('comes from the rule that comes first: %s', (kind, changes, days) => {
    const both = policies({ maximumLifetimeDays: 10, idleDays: 7 });
    const end = effectiveEnd(key(changes), both);
    expect(end).toMatchObject({ at: START + days * DAY_MS, rule: { kind } });
  });

  it('names its own expiration first, then the maximum lifetime, when they fall together', () => {
    const both = policies({ maximumLifetimeDays: 7, idleDays: 7 });
    expect(effectiveEnd(key({ ownExpiresAt: START + 7 * DAY_MS }), both)?.rule.kind).toBe('own');
    expect(effectiveEnd(key(), both)?.rule.kind).toBe('maximum-lifetime');
  });

  it('counts the maximum lifetime from when the value was made, and the time unused from the last use', () => {
    const changes = { regeneratedAt: START + 3 * DAY_MS, lastUsedAt: START + 4 * DAY_MS };
    expect(effectiveEnd(key(changes), policies({ maximumLifetimeDays: 10 }))?.at).toBe(START + 13 * DAY_MS);
    expect(effectiveEnd(key(changes), policies({ idleDays: 10 }))?.at).toBe(START + 14 * DAY_MS);
  });

  it('does not take a new value for unused because the old one was', () => {
    const changes = { regeneratedAt: START + 5 * DAY_MS, lastUsedAt: START + DAY_MS };
    expect(effectiveEnd(key(changes), policies({ idleDays: 7 }))?.at).toBe(START + 12 * DAY_MS);
  });
});

describe('the team’s policy', () => {
  it('counts in place of the person’s, shorter or longer, and only where it says something', () => {
    const both = policies({ maximumLifetimeDays: 30, idleDays: 7 }, { maximumLifetimeDays: 90 });
    expect(policyLimits(both)).toEqual({
      maximumLifetime: { days: 90, isTeams: true },
      idle: { days: 7, isTeams: false },
    });
  });

  it('counts alone when the person may set no rules', () => {
    const both = policies(
      { maximumLifetimeDays: 30, idleDays: 7 },
      { idleDays: 60, isUserPolicyAllowed: false },
    );
    expect(policyLimits(both)).toEqual({ maximumLifetime: null, idle: { days: 60, isTeams: true } });
  });
});

describe('a grace', () => {
  it('does not take the old value past its maximum lifetime', () => {
    const limit = policies({ maximumLifetimeDays: 90 });
    const now = START + 89 * DAY_MS;
    expect(graceEnd(key(), limit, { now, graceMs: 30 * DAY_MS })).toBe(START + 90 * DAY_MS);
    expect(graceEnd(key(), limit, { now, graceMs: 1000 })).toBe(now + 1000);
    expect(graceEnd(key(), NO_POLICIES, { now, graceMs: 30 * DAY_MS })).toBe(now + 30 * DAY_MS);
  });

  it('never ends before now', () => {
    const now = START + 91 * DAY_MS;
    expect(graceEnd(key(), policies({ maximumLifetimeDays: 90 }), { now, graceMs: DAY_MS })).toBe(now);
  });
});

it('says each rule as a person reads it', () => {
  const texts = [
    { kind: 'own' },
    { kind: 'maximum-lifetime', days: 90, isTeams: false },
    { kind: 'maximum-lifetime', days: 1, isTeams: true },
    { kind: 'unused', days: 30, isTeams: false },
    { kind: 'unused', days: 30, isTeams: true },
  ] as const;
  expect(texts.map(endRuleText)).toEqual([
    'Its own expiration',
    'Maximum lifetime of 90 days',
    'The team’s maximum lifetime of 1 day',
    'Unused for 30 days',
    'Unused for 30 days (team policy)',
  ]);
});
