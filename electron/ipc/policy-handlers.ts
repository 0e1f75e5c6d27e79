import type { policyCommands } from '../../shared/contract/policy-commands.ts';
import { ok } from '../../shared/domain/app-error.ts';
import type { Policies } from '../keys/policies.ts';
import type { Handlers } from './handlers.ts';

export function policyHandlers(policies: Policies): Pick<Handlers, keyof typeof policyCommands> {
  return {
    'policy.get': () => ok(policies.get()),
    'policy.preview': ({ draft }) => ok(policies.preview(draft)),
    'policy.set': ({ draft }) => policies.set(draft),
  };
}
