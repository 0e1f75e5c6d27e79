import { expect, test } from 'vitest';
import { zoomAfter, zoomPage } from '../../../electron/app/zoom.ts';
import { PreferenceWriteError, type PreferenceStore } from '../../../electron/ports/preference-store.ts';
import { inMemoryPreferences, recordingLogger } from '../../support/in-memory-ports.ts';

test('steps as browsers do, and ends where a page could not be used', () => {
  expect([zoomAfter(0, 'in'), zoomAfter(1, 'out'), zoomAfter(2.5, 'reset')]).toEqual([0.5, 0.5, 0]);
  expect([zoomAfter(5, 'in'), zoomAfter(-3, 'out')]).toEqual([5, -3]);
});

test('applies the zoom and keeps it for the next start', () => {
  const preferences = inMemoryPreferences();
  const applied: number[] = [];
  const parts = {
    preferences,
    logger: recordingLogger(),
    apply: (level: number) => void applied.push(level),
  };
  zoomPage(parts, 'in');
  zoomPage(parts, 'in');
  expect(applied).toEqual([0.5, 1]);
  expect(preferences.get().zoomLevel).toBe(1);
});

test('zooms all the same when the disk refuses to keep it', () => {
  const kept = inMemoryPreferences();
  const preferences: PreferenceStore = {
    get: () => kept.get(),
    set: () => {
      throw new PreferenceWriteError();
    },
  };
  const applied: number[] = [];
  zoomPage({ preferences, logger: recordingLogger(), apply: (level) => void applied.push(level) }, 'out');
  expect(applied).toEqual([-0.5]);
});
