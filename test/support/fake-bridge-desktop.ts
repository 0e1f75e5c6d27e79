import { appError, ok } from '../../shared/domain/app-error.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** A desktop on which every shortcut is free, but for those in `state.takenShortcuts`. */
export function fakeDesktopHandlers(state: FakeState, publish: Publish): HandlersOf<'desktop' | 'quickCopy'> {
  return {
    'desktop.getState': () => ok(state.desktop),
    'desktop.setOpenAtLogin': ({ isOn }) => {
      state.desktop = { ...state.desktop, opensAtLogin: isOn };
      publish('desktop.changed', {});
      return ok(state.desktop);
    },
    'desktop.setQuickCopy': (choice) => {
      if (state.takenShortcuts.includes(choice.shortcut))
        return { ok: false, error: appError('shortcut-taken') };
      state.desktop = {
        ...state.desktop,
        quickCopy: { ...state.desktop.quickCopy, ...choice, isTaken: false },
      };
      publish('desktop.changed', {});
      return ok(state.desktop);
    },
    'quickCopy.copy': ({ id }) => {
      const key = state.keys.find((each) => each.id === id);
      if (key === undefined) return { ok: false, error: appError('not-found') };
      if (key.isDisabled) return { ok: false, error: appError('key-disabled') };
      state.quickCopied.push(id);
      return ok({});
    },
    'quickCopy.close': () => ok({}),
    'quickCopy.openKeyfob': () => ok({}),
  };
}
