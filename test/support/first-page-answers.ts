import type { FirstPageAnswers } from '../../shared/contract/first-page.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import { preferencesSchema } from '../../shared/domain/preferences.ts';
import { anApiKey, aService } from './builders.ts';

/** What the window would be told of these keys. */
export function someAnswers(keys: readonly ApiKey[] = [anApiKey()]): FirstPageAnswers {
  return {
    'app.getState': {
      version: '1.0.0',
      platform: 'linux',
      vault: { kind: 'unlocked', holder: 'memory' },
      ledger: { kind: 'open' },
    },
    'preferences.get': preferencesSchema.parse({}),
    'keys.page': { keys: [...keys], total: keys.length, all: keys.length, place: null },
    'keys.countAttention': { count: 0 },
    'services.list': [aService()],
    'profiles.list': [],
    'accessKeys.list': { keys: [], isLoading: false, loadedAt: null, namesError: null },
    'keys.listInEnvironment': [],
  };
}
