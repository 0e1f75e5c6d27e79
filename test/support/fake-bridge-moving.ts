import { failed, ok } from '../../shared/domain/app-error.ts';
import type { HandlersOf } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** An export with one new key, one that is here, and one that was deleted; its passphrase is `state.passphrase`. */
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
          { name: 'Forecasts', mask, serviceName: 'Weather', outcome: 'new' },
          { name: 'CI pipeline', mask, serviceName: 'Local API', outcome: 'here' },
          { name: 'Old deploy', mask, serviceName: 'Local API', outcome: 'deleted-here' },
        ],
      });
    },
    'moving.restore': () => ok({ keys: 1, services: 1 }),
    'moving.drop': () => ok({}),
  };
}
