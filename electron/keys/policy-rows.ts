import { z } from 'zod';
import {
  NO_POLICIES,
  teamPolicySchema,
  userPolicySchema,
  type KeyPolicies,
} from '../../shared/domain/key-policy.ts';
import type { Ledger } from './ledger/ledger.ts';

const policyRowSchema = z.object({
  scope: z.enum(['user', 'team']),
  policy: z.string().transform((text): unknown => JSON.parse(text)),
});

/** Both policies; one that was never set says nothing. */
export function readPolicies(ledger: Ledger): KeyPolicies {
  const rows = ledger.all('SELECT scope, policy FROM key_policies').map((row) => policyRowSchema.parse(row));
  const find = (scope: 'user' | 'team') => rows.find((row) => row.scope === scope)?.policy;
  const [user, team] = [find('user'), find('team')];
  return {
    user: user === undefined ? NO_POLICIES.user : userPolicySchema.parse(user),
    team: team === undefined ? NO_POLICIES.team : teamPolicySchema.parse(team),
  };
}

/** `at` in epoch milliseconds. */
export function writePolicies(ledger: Ledger, { user, team }: KeyPolicies, at: number): void {
  for (const [scope, policy] of Object.entries({ user, team })) {
    ledger.run(
      `INSERT INTO key_policies (scope, policy, changed_at) VALUES (?, ?, ?)
       ON CONFLICT (scope) DO UPDATE SET policy = excluded.policy, changed_at = excluded.changed_at`,
      [scope, JSON.stringify(policy), at],
    );
  }
}
