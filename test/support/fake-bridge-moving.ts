import { failed, ok } from '../../shared/domain/app-error.ts';
import { NO_POLICIES } from '../../shared/domain/key-policy.ts';
import type { HandlersOf } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** An export with one new key, one that is here, one that was deleted, and some of everything else; its passphrase is `state.passphrase`. */
export function fakeMovingHandlers(state: FakeState): HandlersOf<'moving'> {
  return {
    'moving.export': () =>
      ok({ kind: 'saved', fileName: 'keyfob-export.json', keys: state.keys.length, without: 0 }),
    'moving.open': ({ passphrase }) => {
      if (passphrase !== '' && passphrase !== state.passphrase) {
        return failed('passphrase-wrong', { field: 'passphrase' });
      }
      const mask = 'wx_••••••••abcd';
      return ok({
        kind: 'preview',
        token: 'export-1',
        services: [{ name: 'Weather', origins: ['https://api.weather.example'], outcome: 'new' }],
        keys: [
          {
            name: 'Forecasts',
            mask,
            serviceName: 'Weather',
            extraOrigins: ['https://eu.weather.example'],
            outcome: 'new',
          },
          { name: 'CI pipeline', mask, serviceName: 'Local API', extraOrigins: [], outcome: 'here' },
          { name: 'Old deploy', mask, serviceName: 'Local API', extraOrigins: [], outcome: 'deleted-here' },
        ],
        variables: [
          { name: 'TOKEN', environmentName: 'Staging', origins: ['https://staging.example'], outcome: 'new' },
          { name: 'PASSWORD', environmentName: null, origins: [], outcome: 'here' },
        ],
        profiles: [{ name: 'Work', outcome: 'here' }],
        policies: {
          outcome: 'new',
          policies: { ...NO_POLICIES, user: { ...NO_POLICIES.user, maximumLifetimeDays: 90 } },
        },
      });
    },
    'moving.restore': () => ok({ keys: 1, services: 1, variables: 1, profiles: 0, hasPolicies: true }),
    'moving.cancel': () => ok({}),
    'moving.drop': () => ok({}),
  };
}
