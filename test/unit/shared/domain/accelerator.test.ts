import { describe, expect, test } from 'vitest';
import { globalShortcutSchema, shortcutOf } from '../../../../shared/domain/accelerator.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('a shortcut for the whole computer', () => {
  test('takes no keys that programs use themselves', () => {
    const refused = ['CmdOrCtrl+C', 'Shift+A', 'A', 'F5', 'Shift+F5', 'CmdOrCtrl+CmdOrCtrl+K', 'Alt+Tab'];
    for (const shortcut of refused) expect(globalShortcutSchema.safeParse(shortcut).success).toBe(false);
  });

  test('takes two that are held with a key, or one with a function key', () => {
    const taken = ['CmdOrCtrl+Alt+K', 'CmdOrCtrl+Shift+Space', 'Ctrl+Alt+0', 'Alt+F9', 'CmdOrCtrl+F24'];
    for (const shortcut of taken) expect(globalShortcutSchema.safeParse(shortcut).success).toBe(true);
  });

  test.each(['', 'CmdOrCtrl+Alt+K\n', 'CmdOrCtrl+Alt+__proto__', `${'Alt+'.repeat(30)}K`, 'cmdorctrl+alt+k'])(
    'is nothing else: %j',
    (text) => {
      expect(globalShortcutSchema.safeParse(text).success).toBe(false);
    },
  );
});

describe('what was pressed', () => {
  test('is named by the key’s place, since Alt types another character on macOS', () => {
    const pressed = { ...none, code: 'KeyK', metaKey: true, altKey: true };
    expect(shortcutOf(pressed, 'darwin')).toEqual({ kind: 'shortcut', accelerator: 'CmdOrCtrl+Alt+K' });
  });

  test('keeps Ctrl and Cmd of macOS apart', () => {
    const pressed = { ...none, code: 'Space', ctrlKey: true, metaKey: true };
    expect(shortcutOf(pressed, 'darwin')).toEqual({ kind: 'shortcut', accelerator: 'CmdOrCtrl+Ctrl+Space' });
  });

  test('is Ctrl elsewhere, and never the key of the desktop', () => {
    const pressed = { ...none, code: 'Digit5', ctrlKey: true, shiftKey: true };
    expect(shortcutOf(pressed, 'linux')).toEqual({ kind: 'shortcut', accelerator: 'CmdOrCtrl+Shift+5' });
    expect(shortcutOf({ ...pressed, metaKey: true }, 'win32')).toEqual({ kind: 'unusable' });
  });

  test('is not finished while only Ctrl and its like are held', () => {
    for (const code of ['ControlLeft', 'ShiftRight', 'AltLeft', 'MetaLeft'])
      expect(shortcutOf({ ...none, code, ctrlKey: true }, 'linux')).toEqual({ kind: 'unfinished' });
  });

  test('is unusable where other programs need it', () => {
    expect(shortcutOf({ ...none, code: 'KeyC', ctrlKey: true }, 'linux')).toEqual({ kind: 'unusable' });
    expect(shortcutOf({ ...none, code: 'Quote', ctrlKey: true, altKey: true }, 'linux').kind).toBe(
      'unusable',
    );
  });
});
