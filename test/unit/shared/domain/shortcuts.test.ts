import { expect, test } from 'vitest';
import { isPressed, keysOf, shortcuts } from '../../../../shared/domain/shortcuts.ts';

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

test('knows a shortcut by exactly its keys, with Ctrl or with Cmd', () => {
  expect(isPressed('palette', { ...nothingHeld, key: 'k', ctrlKey: true })).toBe(true);
  expect(isPressed('palette', { ...nothingHeld, key: 'K', metaKey: true })).toBe(true);
  expect(isPressed('palette', { ...nothingHeld, key: 'k' })).toBe(false);
  expect(isPressed('palette', { ...nothingHeld, key: 'k', ctrlKey: true, shiftKey: true })).toBe(false);
  expect(isPressed('palette', { ...nothingHeld, key: 'k', ctrlKey: true, altKey: true })).toBe(false);
  expect(isPressed('moveUp', { ...nothingHeld, key: 'Up', altKey: true })).toBe(true);
});

test('takes a question mark from any keyboard, with Shift or without', () => {
  expect(isPressed('sheet', { ...nothingHeld, key: '?', shiftKey: true })).toBe(true);
  expect(isPressed('sheet', { ...nothingHeld, key: '?' })).toBe(true);
  expect(isPressed('sheet', { ...nothingHeld, key: '?', ctrlKey: true })).toBe(false);
});

test('names the keys as the keyboards of a system do', () => {
  expect(keysOf('CmdOrCtrl+Shift+N', 'darwin')).toEqual(['⌘', '⇧', 'N']);
  expect(keysOf('CmdOrCtrl+Shift+N', 'linux')).toEqual(['Ctrl', 'Shift', 'N']);
  expect(keysOf('CmdOrCtrl+Plus', 'win32')).toEqual(['Ctrl', '+']);
  expect(keysOf('CmdOrCtrl+,', 'win32')).toEqual(['Ctrl', ',']);
});
