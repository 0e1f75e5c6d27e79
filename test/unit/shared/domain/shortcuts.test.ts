import { expect, test } from 'vitest';
import { isPressed, keysOf, shortcuts, type ShortcutName } from '../../../../shared/domain/shortcuts.ts';

const nothingHeld = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test('no two shortcuts of one place take the same keys, nor one of a place what works everywhere', () => {
  const all = Object.values(shortcuts);
  for (const shortcut of all) {
    const others = all.filter(
      (other) => other !== shortcut && (other.group === shortcut.group || other.group === 'everywhere'),
    );
    const taken = new Set<string>(others.flatMap(({ keys }) => [...keys]));
    expect(shortcut.keys.filter((keys) => taken.has(keys))).toEqual([]);
  }
});

test('knows a shortcut by exactly its keys', () => {
  expect(isPressed('palette', { ...nothingHeld, key: 'k', ctrlKey: true }, 'linux')).toBe(true);
  expect(isPressed('palette', { ...nothingHeld, key: 'K', ctrlKey: true }, 'win32')).toBe(true);
  expect(isPressed('palette', { ...nothingHeld, key: 'k' }, 'linux')).toBe(false);
  expect(isPressed('palette', { ...nothingHeld, key: 'k', ctrlKey: true, shiftKey: true }, 'linux')).toBe(
    false,
  );
  expect(isPressed('palette', { ...nothingHeld, key: 'k', ctrlKey: true, altKey: true }, 'linux')).toBe(
    false,
  );
  expect(isPressed('moveUp', { ...nothingHeld, key: 'Up', altKey: true }, 'linux')).toBe(true);
});

test('takes Cmd on macOS and Ctrl elsewhere, and never the other: text fields of macOS have their own Ctrl+K', () => {
  const command = Object.keys(shortcuts) as ShortcutName[];
  for (const name of command) {
    const [accelerator] = shortcuts[name].keys;
    const parts: readonly string[] = accelerator.split('+');
    if (!parts.includes('CmdOrCtrl')) continue;
    const key = parts.at(-1) ?? '';
    const pressed = { ...nothingHeld, key, shiftKey: parts.includes('Shift') };
    const withCtrl = { ...pressed, ctrlKey: true };
    const withCmd = { ...pressed, metaKey: true };
    expect([isPressed(name, withCtrl, 'darwin'), isPressed(name, withCmd, 'darwin')]).toEqual([false, true]);
    expect([isPressed(name, withCtrl, 'linux'), isPressed(name, withCmd, 'linux')]).toEqual([true, false]);
    expect([isPressed(name, withCtrl, 'win32'), isPressed(name, withCmd, 'win32')]).toEqual([true, false]);
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(isPressed(name, { ...withCtrl, metaKey: true }, platform)).toBe(false);
  }
});

test('Ctrl+Tab goes around on every system, as in browsers', () => {
  const pressed = { ...nothingHeld, key: 'Tab' };
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    expect(isPressed('nextTab', { ...pressed, ctrlKey: true }, platform)).toBe(true);
    expect(isPressed('nextTab', { ...pressed, metaKey: true }, platform)).toBe(false);
  }
});

test('takes a question mark from any keyboard, with Shift or without', () => {
  expect(isPressed('sheet', { ...nothingHeld, key: '?', shiftKey: true }, 'linux')).toBe(true);
  expect(isPressed('sheet', { ...nothingHeld, key: '?' }, 'linux')).toBe(true);
  expect(isPressed('sheet', { ...nothingHeld, key: '?', ctrlKey: true }, 'linux')).toBe(false);
  expect(isPressed('sheet', { ...nothingHeld, key: '?', metaKey: true }, 'linux')).toBe(false);
});

test('names the keys as the keyboards of a system do', () => {
  expect(keysOf('CmdOrCtrl+Shift+N', 'darwin')).toEqual(['⌘', '⇧', 'N']);
  expect(keysOf('CmdOrCtrl+Shift+N', 'linux')).toEqual(['Ctrl', 'Shift', 'N']);
  expect(keysOf('CmdOrCtrl+Plus', 'win32')).toEqual(['Ctrl', '+']);
  expect(keysOf('CmdOrCtrl+,', 'win32')).toEqual(['Ctrl', ',']);
});
