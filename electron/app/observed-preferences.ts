import type { Preferences } from '../../shared/domain/preferences.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';

/** The store, telling of every change that was kept. */
export function observedPreferences(
  store: PreferenceStore,
  onChange: (preferences: Preferences) => void,
): PreferenceStore {
  return {
    get: () => store.get(),
    set(patch) {
      const preferences = store.set(patch);
      onChange(preferences);
      return preferences;
    },
  };
}
