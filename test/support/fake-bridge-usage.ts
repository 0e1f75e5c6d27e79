import { failed, ok } from '../../shared/domain/app-error.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** Limits and counts as the test put them there. */
export function fakeUsageHandlers(state: FakeState, publish: Publish): HandlersOf<'usage'> {
  return {
    'usage.getLimits': () => ok([...state.usageLimits]),
    'usage.getCalls': ({ days, apiKeyId }) => {
      const { usageCalls } = state;
      const series = usageCalls.series
        .filter((one) => apiKeyId === null || one.apiKeyId === apiKeyId)
        .map((one) => ({ ...one, calls: one.calls.slice(-days), errors: one.errors.slice(-days) }));
      return ok({ days: usageCalls.days.slice(-days), series });
    },
    'usage.refresh': ({ serviceId }) => {
      if (!state.services.some(({ id }) => id === serviceId)) return failed('not-found');
      state.usageLimits = state.usageLimits.map((one) =>
        one.serviceId === serviceId
          ? { ...one, limits: one.limits.map((limits) => ({ ...limits, asOf: state.now() })) }
          : one,
      );
      publish('usage.changed', {});
      return ok({});
    },
  };
}
