import { z } from 'zod';
import { DAY_MS } from './expiry.ts';

/** A number of days; `null` where nothing is said. */
const daysSchema = z.int().min(1).max(3650).nullable();

/** What the person set for all keys. */
export const userPolicySchema = z.strictObject({
  /** The lifetime that a new key's form starts with; `null` means never. */
  defaultLifetimeDays: daysSchema,
  /** How long a key lives at most, counted from when its present value was made. */
  maximumLifetimeDays: daysSchema,
  /** For how long a key may go unused. */
  idleDays: daysSchema,
});
export type UserPolicy = z.infer<typeof userPolicySchema>;

/** What an admin set for the whole team: what it says counts in place of what the person set. */
export const teamPolicySchema = z.strictObject({
  generation: z.enum(['everyone', 'admins']),
  maximumLifetimeDays: daysSchema,
  idleDays: daysSchema,
  /** Whether the person's own policy counts at all. */
  isUserPolicyAllowed: z.boolean(),
});
export type TeamPolicy = z.infer<typeof teamPolicySchema>;

export const keyPoliciesSchema = z.strictObject({ user: userPolicySchema, team: teamPolicySchema });
export type KeyPolicies = Readonly<z.infer<typeof keyPoliciesSchema>>;

export const NO_POLICIES: KeyPolicies = {
  user: { defaultLifetimeDays: null, maximumLifetimeDays: null, idleDays: null },
  team: { generation: 'everyone', maximumLifetimeDays: null, idleDays: null, isUserPolicyAllowed: true },
};

/** Which rule ends a key. */
export const endRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own') }),
  z.strictObject({ kind: z.literal('maximum-lifetime'), days: z.int(), isTeams: z.boolean() }),
  z.strictObject({ kind: z.literal('unused'), days: z.int(), isTeams: z.boolean() }),
]);
export type EndRule = z.infer<typeof endRuleSchema>;

/** An instant in epoch milliseconds, and the rule that it comes from. */
export interface EffectiveEnd {
  readonly at: number;
  readonly rule: EndRule;
}

/** What of a key decides when it ends. Times are epoch milliseconds. */
export interface EndingKey {
  readonly createdAt: number;
  readonly regeneratedAt: number | null;
  readonly lastUsedAt: number | null;
  readonly ownExpiresAt: number | null;
}

export interface PolicyDays {
  readonly days: number;
  readonly isTeams: boolean;
}

export interface PolicyLimits {
  readonly maximumLifetime: PolicyDays | null;
  readonly idle: PolicyDays | null;
}

/** The limits that count: the team's where it says something, else the person's. */
export function policyLimits({ user, team }: KeyPolicies): PolicyLimits {
  const limit = (teamDays: number | null, userDays: number | null): PolicyDays | null => {
    if (teamDays !== null) return { days: teamDays, isTeams: true };
    if (userDays === null || !team.isUserPolicyAllowed) return null;
    return { days: userDays, isTeams: false };
  };
  return {
    maximumLifetime: limit(team.maximumLifetimeDays, user.maximumLifetimeDays),
    idle: limit(team.idleDays, user.idleDays),
  };
}

/** What counts for a key of another member: the team's policy alone. */
export function policiesForOthers({ team }: KeyPolicies): KeyPolicies {
  return { user: NO_POLICIES.user, team };
}

/** When the present value of the key was made. */
export function valueMadeAt({ createdAt, regeneratedAt }: EndingKey): number {
  return regeneratedAt ?? createdAt;
}

/** From when it counts as unused: its last use, or when its value was made. */
export function unusedSince(apiKey: EndingKey): number {
  return Math.max(apiKey.createdAt, apiKey.regeneratedAt ?? 0, apiKey.lastUsedAt ?? 0);
}

/**
 * When the key ends and by which rule: its own expiration, the maximum lifetime, or the time unused, whichever comes first;
 * `null` when none of them ends it. Of two at the same instant the key's own expiration is named, then the maximum lifetime.
 */
export function effectiveEnd(apiKey: EndingKey, policies: KeyPolicies): EffectiveEnd | null {
  const { maximumLifetime, idle } = policyLimits(policies);
  const ends: EffectiveEnd[] = [];
  if (apiKey.ownExpiresAt !== null) ends.push({ at: apiKey.ownExpiresAt, rule: { kind: 'own' } });
  if (maximumLifetime !== null) {
    const at = valueMadeAt(apiKey) + maximumLifetime.days * DAY_MS;
    ends.push({ at, rule: { kind: 'maximum-lifetime', ...maximumLifetime } });
  }
  if (idle !== null) {
    ends.push({ at: unusedSince(apiKey) + idle.days * DAY_MS, rule: { kind: 'unused', ...idle } });
  }
  return ends.reduce<EffectiveEnd | null>(
    (first, end) => (first === null || end.at < first.at ? end : first),
    null,
  );
}

/**
 * Until when the present value may work when it is replaced now with this grace: a grace never takes it past its maximum
 * lifetime. All in milliseconds; instants are epoch milliseconds.
 */
export function graceEnd(
  apiKey: EndingKey,
  policies: KeyPolicies,
  { now, graceMs }: { readonly now: number; readonly graceMs: number },
): number {
  const { maximumLifetime } = policyLimits(policies);
  const wanted = now + graceMs;
  if (maximumLifetime === null) return wanted;
  return Math.max(now, Math.min(wanted, valueMadeAt(apiKey) + maximumLifetime.days * DAY_MS));
}

/** The rule as a person reads it. */
export function endRuleText(rule: EndRule): string {
  switch (rule.kind) {
    case 'own':
      return 'Its own expiration';
    case 'maximum-lifetime':
      return `${rule.isTeams ? 'The team’s maximum' : 'Maximum'} lifetime of ${daysText(rule.days)}`;
    case 'unused':
      return `Unused for ${daysText(rule.days)}${rule.isTeams ? ' (team policy)' : ''}`;
  }
}

/** "1 day", "30 days". */
export function daysText(days: number): string {
  return days === 1 ? '1 day' : `${String(days)} days`;
}

/** What the window shows of both policies, and what its person may do. */
export const policyStateSchema = z.strictObject({
  user: userPolicySchema,
  team: teamPolicySchema,
  /** Whether the person may change the team's policy. */
  isAdmin: z.boolean(),
  /** Whether the person may generate keys. */
  mayGenerate: z.boolean(),
});
export type PolicyState = z.infer<typeof policyStateSchema>;

/** The policies as they would be; `null` leaves one as it is. */
export const policyDraftSchema = z.strictObject({
  user: userPolicySchema.nullable(),
  team: teamPolicySchema.nullable(),
});
export type PolicyDraft = z.infer<typeof policyDraftSchema>;

/** A key that a policy would end sooner than it ends now. Times are epoch milliseconds. */
export const shortenedKeySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  endsAt: z.int(),
  rule: endRuleSchema,
  /** When it ends now; `null` for never. */
  endsNowAt: z.int().nullable(),
  /** Whether it ends with the saving itself. */
  isAtOnce: z.boolean(),
});
export type ShortenedKey = z.infer<typeof shortenedKeySchema>;

export const policyPreviewSchema = z.strictObject({
  /** Those that end first, soonest first; at most 200. */
  shortened: z.array(shortenedKeySchema),
  /** How many keys there are in all, and how many of them end at once. */
  count: z.int(),
  atOnceCount: z.int(),
});
export type PolicyPreview = z.infer<typeof policyPreviewSchema>;

/** The policies with the draft in their place. */
export function withDraft(policies: KeyPolicies, draft: PolicyDraft): KeyPolicies {
  return { user: draft.user ?? policies.user, team: draft.team ?? policies.team };
}
