import { expect, test } from 'vitest';
import { noteVersion } from '../../../electron/app/note-version.ts';
import { inMemoryPreferences, recordingLogger } from '../../support/in-memory-ports.ts';

test.each([
  ['the first start tells nothing', null, '0.1.0'],
  ['an update is left for the window to tell', '0.0.9', '0.0.9'],
  ['a version that is gone back to is nothing new', '0.2.0', '0.1.0'],
])('%s', (_, seenVersion, kept) => {
  const preferences = inMemoryPreferences({ seenVersion });
  noteVersion(preferences, { version: '0.1.0', logger: recordingLogger() });
  expect(preferences.get().seenVersion).toBe(kept);
});
