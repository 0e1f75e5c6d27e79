import { z } from 'zod';
import { preferencesSchema, type Preferences } from '../../shared/domain/preferences.ts';
import { PreferenceWriteError, type PreferenceStore } from '../ports/preference-store.ts';
import type { WindowPlacementStore } from '../ports/window-placement-store.ts';
import type { PreferenceFile } from './preference-file.ts';

const pixels = z.int().min(-100_000).max(100_000);
const placementSchema = z.object({
  x: pixels,
  y: pixels,
  width: pixels.min(1),
  height: pixels.min(1),
  isMaximized: z.boolean(),
});

/** Preferences and the window's place, in one guarded file under two keys. A value that is not valid counts as not set. */
export function createPreferences(file: PreferenceFile): PreferenceStore & WindowPlacementStore {
  const get = (): Preferences => readPreferences(file.read()['preferences']);
  return {
    get,
    set(patch) {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      const preferences = preferencesSchema.parse({ ...get(), ...Object.fromEntries(given) });
      if (!file.write({ ...file.read(), preferences })) throw new PreferenceWriteError();
      return preferences;
    },
    getPlacement() {
      const parsed = placementSchema.safeParse(file.read()['window']);
      return parsed.success ? parsed.data : null;
    },
    setPlacement(placement) {
      file.write({ ...file.read(), window: { ...placement } });
    },
  };
}

const fieldsSchema = z.record(z.string(), z.unknown());

/** Each field on its own: one that a newer or damaged file has wrong does not cost the others. */
function readPreferences(stored: unknown): Preferences {
  const record = fieldsSchema.safeParse(stored);
  const fields = record.success ? record.data : {};
  const known = Object.entries(preferencesSchema.shape).filter(
    ([name, schema]) => Object.hasOwn(fields, name) && schema.safeParse(fields[name]).success,
  );
  return preferencesSchema.parse(Object.fromEntries(known.map(([name]) => [name, fields[name]])));
}
