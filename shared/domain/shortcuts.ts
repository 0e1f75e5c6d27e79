import { isCommandHeld, type CommandPlatform } from './held-command.ts';

/** A key, or keys that are held together, in Electron's spelling: `CmdOrCtrl+Shift+N`. */
type Accelerator = string;

interface Shortcut {
  readonly group: ShortcutGroup;
  /** More than one when there is a range of them, or another way to the same. */
  readonly keys: readonly [Accelerator, ...Accelerator[]];
}

export const shortcutGroups = ['everywhere', 'lists', 'requests', 'collections'] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

/** Every key that does something of Keyfob's own. The menus take theirs from here, and the sheet of shortcuts shows all of them. */
export const shortcuts = {
  palette: { group: 'everywhere', keys: ['CmdOrCtrl+K'] },
  screens: { group: 'everywhere', keys: ['CmdOrCtrl+1', 'CmdOrCtrl+9'] },
  newRequest: { group: 'everywhere', keys: ['CmdOrCtrl+N'] },
  generateKey: { group: 'everywhere', keys: ['CmdOrCtrl+Shift+N'] },
  apiKeys: { group: 'everywhere', keys: ['CmdOrCtrl+Shift+K'] },
  settings: { group: 'everywhere', keys: ['CmdOrCtrl+,'] },
  lock: { group: 'everywhere', keys: ['CmdOrCtrl+L'] },
  zoomIn: { group: 'everywhere', keys: ['CmdOrCtrl+Plus'] },
  zoomOut: { group: 'everywhere', keys: ['CmdOrCtrl+-'] },
  resetZoom: { group: 'everywhere', keys: ['CmdOrCtrl+0'] },
  sheet: { group: 'everywhere', keys: ['?'] },
  quit: { group: 'everywhere', keys: ['CmdOrCtrl+Q'] },
  send: { group: 'requests', keys: ['CmdOrCtrl+Enter'] },
  cancel: { group: 'requests', keys: ['Esc'] },
  save: { group: 'requests', keys: ['CmdOrCtrl+S'] },
  saveAs: { group: 'requests', keys: ['CmdOrCtrl+Shift+S'] },
  closeTab: { group: 'requests', keys: ['CmdOrCtrl+W'] },
  reopenTab: { group: 'requests', keys: ['CmdOrCtrl+Shift+T'] },
  nextTab: { group: 'requests', keys: ['Ctrl+Tab', 'Ctrl+PageDown'] },
  previousTab: { group: 'requests', keys: ['Ctrl+Shift+Tab', 'Ctrl+PageUp'] },
  importFile: { group: 'requests', keys: ['CmdOrCtrl+O'] },
  rename: { group: 'collections', keys: ['F2'] },
  duplicate: { group: 'collections', keys: ['CmdOrCtrl+D'] },
  remove: { group: 'collections', keys: ['Delete'] },
  undo: { group: 'collections', keys: ['CmdOrCtrl+Z'] },
  moveUp: { group: 'collections', keys: ['Alt+Up'] },
  moveDown: { group: 'collections', keys: ['Alt+Down'] },
  nextRow: { group: 'lists', keys: ['Down', 'Up'] },
  lastRow: { group: 'lists', keys: ['End', 'Home'] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;

/** What joins the keys of a shortcut that has several: a range of them, or one or the other. */
export function isRange(name: ShortcutName): boolean {
  return name === 'screens';
}

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether these keys are the shortcut on this system: `CmdOrCtrl` is Cmd on macOS and Ctrl elsewhere, never both. */
export function isPressed(name: ShortcutName, pressed: PressedKey, platform: CommandPlatform): boolean {
  return shortcuts[name].keys.some((accelerator) => {
    const parts = accelerator.split('+');
    const key = parts.at(-1) ?? '';
    if (key.toLowerCase() !== pressed.key.toLowerCase()) return false;
    if (!isHeld(parts, pressed, platform) || parts.includes('Alt') !== pressed.altKey) return false;
    // A character of its own tells by itself that Shift was held.
    return key === '?' || parts.includes('Shift') === pressed.shiftKey;
  });
}

function isHeld(parts: readonly string[], pressed: PressedKey, platform: CommandPlatform): boolean {
  if (parts.includes('CmdOrCtrl')) return isCommandHeld(pressed, platform);
  return parts.includes('Ctrl') === pressed.ctrlKey && !pressed.metaKey;
}

const onMac: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Delete: '⌦',
};
const anywhere: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Plus: '+',
  '-': '−',
  Up: '↑',
  Down: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

/** The keys of an accelerator as they stand on the keyboards of a system. */
export function keysOf(accelerator: Accelerator, platform: CommandPlatform): readonly string[] {
  return accelerator
    .split('+')
    .map((key) => (platform === 'darwin' ? onMac[key] : undefined) ?? anywhere[key] ?? key);
}
