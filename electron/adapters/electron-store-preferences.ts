import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { Logger } from '../ports/logger.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { WindowPlacementStore } from '../ports/window-placement-store.ts';
import { openPreferenceFile } from './preference-file.ts';
import { createPreferences } from './preferences.ts';

export interface ElectronStorePreferencesOptions {
  readonly folder: string;
  readonly logger: Logger;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Preferences in `preferences.json` (mode 0600) of the user-data folder. */
export function openElectronStorePreferences({
  folder,
  logger,
  now,
}: ElectronStorePreferencesOptions): PreferenceStore & WindowPlacementStore {
  const file = openPreferenceFile({
    path: join(folder, 'preferences.json'),
    logger,
    now,
    open: () =>
      new ElectronStore({
        cwd: folder,
        name: 'preferences',
        configFileMode: 0o600,
        clearInvalidConfig: false,
        accessPropertiesByDotNotation: false,
      }),
  });
  return createPreferences(file);
}
