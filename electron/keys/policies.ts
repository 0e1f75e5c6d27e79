import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isExpired } from '../../shared/domain/expiry.ts';
import {
  effectiveEnd,
  policiesForOthers,
  withDraft,
  type KeyPolicies,
  type PolicyDraft,
  type PolicyPreview,
  type PolicyState,
  type ShortenedKey,
} from '../../shared/domain/key-policy.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import { listTeamApiKeyRecords } from './api-key-rows.ts';
import { changeKeys } from './change-keys.ts';
import type { KeyContext } from './key-context.ts';
import type { Ledger } from './ledger/ledger.ts';
import { firstMember } from './member-rows.ts';
import { readPolicies, writePolicies } from './policy-rows.ts';
import { acknowledgeEnds } from './reminders.ts';
import { markSeenExpired } from './seen-expired.ts';

const MOST_SHOWN = 200;

/** The rules for all keys: the person's own, and the team's. */
export interface Policies {
  get(): PolicyState;
  /** Which keys would end sooner than now under this policy; nothing is saved. */
  preview(draft: PolicyDraft): PolicyPreview;
  /** `policy-locked` for what the team's policy reserves to its admins. */
  set(draft: PolicyDraft): Result<PolicyState>;
}

export type PoliciesOptions = Pick<KeyContext, 'ledger' | 'clock' | 'logger' | 'publish'>;

export function createPolicies(options: PoliciesOptions): Policies {
  const { ledger, clock, publish } = options;
  return {
    get: () => policyState(ledger),
    preview(draft) {
      markSeenExpired(options);
      return previewPolicies(ledger, draft, clock.now());
    },
    set(draft) {
      // What has ended under the policy until now has ended: the new one does not bring it back.
      markSeenExpired(options);
      const result = changeKeys(options, () => {
        const allowed = checkAllowed(ledger, draft);
        if (!allowed.ok) return allowed;
        writePolicies(ledger, withDraft(readPolicies(ledger), draft), clock.now());
        acknowledgeEnds(ledger, clock.now());
        return ok(policyState(ledger));
      });
      if (!result.ok) return result;
      markSeenExpired(options);
      publish('policy.changed', {});
      return result;
    },
  };
}

function policyState(ledger: Ledger): PolicyState {
  const policies = readPolicies(ledger);
  const isAdmin = firstMember(ledger)?.role === 'admin';
  return { ...policies, isAdmin, mayGenerate: isAdmin || policies.team.generation === 'everyone' };
}

/** Whether the person may generate keys: `generation-not-allowed` when the team leaves that to its admins. */
export function checkMayGenerate({ ledger }: Pick<KeyContext, 'ledger'>): Result<null> {
  return policyState(ledger).mayGenerate ? ok(null) : failed('generation-not-allowed');
}

function checkAllowed(ledger: Ledger, draft: PolicyDraft): Result<null> {
  const { isAdmin, team } = policyState(ledger);
  if (draft.team !== null && !isAdmin) return failed('policy-locked');
  const isUserPolicyAllowed = (draft.team ?? team).isUserPolicyAllowed;
  return draft.user === null || isUserPolicyAllowed ? ok(null) : failed('policy-locked');
}

/** Which keys would end sooner than now. `now` in epoch milliseconds. */
export function previewPolicies(ledger: Ledger, draft: PolicyDraft, now: number): PolicyPreview {
  const policies = withDraft(readPolicies(ledger), draft);
  const shortened = listTeamApiKeyRecords(ledger, now)
    .flatMap(({ apiKey, isOwn }) => shortenedBy(apiKey, isOwn ? policies : policiesForOthers(policies), now))
    .sort((a, b) => a.endsAt - b.endsAt);
  return {
    shortened: shortened.slice(0, MOST_SHOWN),
    count: shortened.length,
    atOnceCount: shortened.filter(({ isAtOnce }) => isAtOnce).length,
  };
}

/** A key that has expired has nothing left to lose. */
function shortenedBy(apiKey: ApiKey, policies: KeyPolicies, now: number): readonly ShortenedKey[] {
  if (apiKey.hasExpired || isExpired(apiKey.expiresAt, now)) return [];
  const end = effectiveEnd({ ...apiKey, lastUsedAt: apiKey.lastUsed?.at ?? null }, policies);
  if (end === null || end.at >= (apiKey.expiresAt ?? Infinity)) return [];
  return [
    {
      id: apiKey.id,
      name: apiKey.name,
      endsAt: end.at,
      rule: end.rule,
      endsNowAt: apiKey.expiresAt,
      isAtOnce: isExpired(end.at, now),
    },
  ];
}
