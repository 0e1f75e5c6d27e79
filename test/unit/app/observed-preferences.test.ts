import { expect, it } from 'vitest';
import { observedPreferences } from '../../../electron/app/observed-preferences.ts';
import { preferencesSchema, type Preferences } from '../../../shared/domain/preferences.ts';

it('tells of every change but of what was opened in the tree, which would have all collections read anew', () => {
  let kept = preferencesSchema.parse({});
  const told: Preferences[] = [];
  const store = observedPreferences(
    { get: () => kept, set: (patch) => (kept = preferencesSchema.parse({ ...kept, ...patch })) },
    (changed) => told.push(changed),
  );
  store.set({ treeRows: [{ id: 'file:Shop.json', isOpen: false }] });
  expect(store.get().treeRows).toHaveLength(1);
  expect(told).toEqual([]);
  store.set({ theme: 'dark', treeRows: [] });
  expect(told).toMatchObject([{ theme: 'dark' }]);
});
