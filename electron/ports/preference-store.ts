import type { OwnPreferencesPatch, Preferences } from '../../shared/domain/preferences.ts';

export interface PreferenceStore {
  get(): Preferences;
  /** Keeps the patch; returns all preferences as they are now. Throws `PreferenceWriteError` when the disk refuses. */
  set(patch: OwnPreferencesPatch): Preferences;
}

/** The disk refused a write; the preferences are as they were. Maps to the error code `ledger-write-failed`. */
export class PreferenceWriteError extends Error {
  override readonly name = 'PreferenceWriteError';
}
