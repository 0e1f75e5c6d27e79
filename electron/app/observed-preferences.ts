import type { Preferences } from '../../shared/domain/preferences.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';

/** The store, telling of every change that was kept, but for what the tree of collections alone shows: that is where it was changed. */
export function observedPreferences(
  store: PreferenceStore,
  onChange: (preferences: Preferences) => void,
): PreferenceStore {
  return {
    get: () => store.get(),
    set(patch) {
      const preferences = store.set(patch);
      if (Object.keys(patch).some((name) => name !== 'treeRows')) onChange(preferences);
      return preferences;
    },
  };
}
