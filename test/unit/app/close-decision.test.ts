import { describe, expect, test } from 'vitest';
import { closeToTray } from '../../../electron/app/close-decision.ts';
import { PreferenceWriteError, type PreferenceStore } from '../../../electron/ports/preference-store.ts';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { inMemoryPreferences, recordingLogger, recordingNotifier } from '../../support/in-memory-ports.ts';
import { englishSpeaker } from '../../support/english-speaker.ts';

interface Situation {
  readonly isQuitting?: boolean;
  readonly preferences?: Partial<Preferences>;
  readonly store?: PreferenceStore;
}

function arrange({
  isQuitting = false,
  preferences = {},
  store = inMemoryPreferences(preferences),
}: Situation) {
  const done: string[] = [];
  const notifier = recordingNotifier();
  const onClose = closeToTray({
    lifecycle: { isQuitting: () => isQuitting },
    preferences: store,
    notifier,
    speaker: englishSpeaker(),
    logger: recordingLogger(),
    hide: () => void done.push('hidden'),
    quit: () => void done.push('quits'),
  });
  const close = (): void => {
    onClose(() => void done.push('stays'));
  };
  return { close, done, shown: notifier.shown };
}

describe('closing the window', () => {
  test('hides it in the tray, and says so the first time only', () => {
    const { close, done, shown } = arrange({});
    close();
    close();
    expect(done).toEqual(['stays', 'hidden', 'stays', 'hidden']);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.body).toContain('tray');
  });

  test('hides it also when the disk does not take that it was said', () => {
    const { get } = inMemoryPreferences();
    const refusing: PreferenceStore = {
      get,
      set: () => {
        throw new PreferenceWriteError();
      },
    };
    const { close, done } = arrange({ store: refusing });
    close();
    expect(done).toEqual(['stays', 'hidden']);
  });

  test('quits when the person prefers that', () => {
    const { close, done, shown } = arrange({ preferences: { closeToTray: false } });
    close();
    expect(done).toEqual(['stays', 'quits']);
    expect(shown).toEqual([]);
  });

  test.each([true, false])('closes it while Keyfob quits, whatever is preferred (%s)', (isPreferred) => {
    const { close, done } = arrange({ isQuitting: true, preferences: { closeToTray: isPreferred } });
    close();
    expect(done).toEqual([]);
  });
});
