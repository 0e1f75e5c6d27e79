import { ok } from '../../shared/domain/app-error.ts';
import { effectiveEnd, withDraft, type PolicyPreview } from '../../shared/domain/key-policy.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** The policy commands: kept, and previewed by the real rules. */
export function fakePolicyHandlers(state: FakeState, publish: Publish): HandlersOf<'policy'> {
  return {
    'policy.get': () => ok(state.policy),
    'policy.preview': ({ draft }) => {
      const policies = withDraft(state.policy, draft);
      const shortened = state.keys.flatMap((key): PolicyPreview['shortened'] => {
        const end = effectiveEnd({ ...key, lastUsedAt: key.lastUsed?.at ?? null }, policies);
        if (end === null || end.at >= (key.expiresAt ?? Infinity)) return [];
        const { id, name, expiresAt: endsNowAt } = key;
        return [{ id, name, endsAt: end.at, rule: end.rule, endsNowAt, isAtOnce: end.at <= state.now() }];
      });
      const atOnceCount = shortened.filter(({ isAtOnce }) => isAtOnce).length;
      return ok({ shortened, count: shortened.length, atOnceCount });
    },
    'policy.set': ({ draft }) => {
      state.policy = { ...state.policy, ...withDraft(state.policy, draft) };
      publish('policy.changed', {});
      return ok(state.policy);
    },
  };
}
