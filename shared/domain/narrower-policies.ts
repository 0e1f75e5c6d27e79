import { policiesForOthers, policyLimits, type KeyPolicies, type PolicyDays } from './key-policy.ts';

/**
 * The policies with what others say where nothing is said here. What is said here stays, and no limit becomes looser: a team's limit counts
 * in place of the person's, so one that is longer is left out, and a person's policy that counts here goes on counting.
 */
export function narrowedBy(here: KeyPolicies, others: KeyPolicies): KeyPolicies {
  const user = {
    defaultLifetimeDays: here.user.defaultLifetimeDays ?? others.user.defaultLifetimeDays,
    maximumLifetimeDays: here.user.maximumLifetimeDays ?? others.user.maximumLifetimeDays,
    idleDays: here.user.idleDays ?? others.user.idleDays,
  };
  const teams = {
    generation: others.team.generation === 'admins' ? others.team.generation : here.team.generation,
    maximumLifetimeDays: here.team.maximumLifetimeDays ?? others.team.maximumLifetimeDays,
    idleDays: here.team.idleDays ?? others.team.idleDays,
    isUserPolicyAllowed: here.team.isUserPolicyAllowed && others.team.isUserPolicyAllowed,
  };
  const candidates = [
    { user, team: teams },
    { user, team: { ...teams, isUserPolicyAllowed: here.team.isUserPolicyAllowed } },
    { user, team: { ...here.team, generation: teams.generation } },
  ];
  return candidates.find((policies) => !isLooser(policies, here)) ?? here;
}

/** Whether a key may live longer, lie unused longer, or be made by more people than before. */
export function isLooser(policies: KeyPolicies, before: KeyPolicies): boolean {
  if (before.team.generation === 'admins' && policies.team.generation === 'everyone') return true;
  return [
    [policyLimits(policies), policyLimits(before)] as const,
    [policyLimits(policiesForOthers(policies)), policyLimits(policiesForOthers(before))] as const,
  ].some(
    ([now, then]) => isLonger(now.maximumLifetime, then.maximumLifetime) || isLonger(now.idle, then.idle),
  );
}

function isLonger(limit: PolicyDays | null, before: PolicyDays | null): boolean {
  return before !== null && (limit === null || limit.days > before.days);
}
