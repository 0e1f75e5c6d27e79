import type { Preferences, PreferencesPatch } from '../../shared/domain/preferences.ts';

export interface PreferenceStore {
  get(): Preferences;
  /** Keeps the patch; returns all preferences as they are now. */
  set(patch: PreferencesPatch): Preferences;
}
