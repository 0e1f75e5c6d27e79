import { z } from 'zod';
import type { CommandPlatform, HeldKeys } from './held-command.ts';

const MODIFIERS = ['CmdOrCtrl', 'Ctrl', 'Alt', 'Shift'] as const;
const FUNCTION_KEY = /^F(?:[1-9]|1\d|2[0-4])$/;
const ACCELERATOR =
  /^(?:(?:CmdOrCtrl|Ctrl|Alt|Shift)\+){1,4}(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert)$/;

/**
 * Keys that are held together anywhere on the computer, in Electron's spelling. They are taken from every other program, so that nothing
 * which programs commonly use themselves is allowed: two of Ctrl, Cmd, Alt and Shift with a key, or one with a function key.
 */
export const globalShortcutSchema = z.string().max(60).regex(ACCELERATOR).refine(isSparing);

function isSparing(accelerator: string): boolean {
  const parts = accelerator.split('+');
  const held = parts.slice(0, -1);
  if (new Set(held).size !== held.length || held.every((name) => name === 'Shift')) return false;
  return held.length >= (FUNCTION_KEY.test(parts.at(-1) ?? '') ? 1 : 2);
}

export interface PressedCode extends HeldKeys {
  /** The key's place on the keyboard: with Alt held, macOS types another character. */
  readonly code: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export type PressedShortcut =
  /** Only Ctrl, Shift and their like are held so far. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'unusable' }
  | { readonly kind: 'shortcut'; readonly accelerator: string };

/** What a person has pressed, as a shortcut for the whole computer. */
export function shortcutOf(pressed: PressedCode, platform: CommandPlatform): PressedShortcut {
  if (/^(?:Control|Shift|Alt|Meta|OS)(?:Left|Right)?$/.test(pressed.code)) return { kind: 'unfinished' };
  const key = keyOf(pressed.code);
  const isMac = platform === 'darwin';
  // The Windows key belongs to the desktop.
  if (key === null || (pressed.metaKey && !isMac)) return { kind: 'unusable' };
  const isHeld: Readonly<Record<(typeof MODIFIERS)[number], boolean>> = {
    CmdOrCtrl: isMac ? pressed.metaKey : pressed.ctrlKey,
    Ctrl: isMac && pressed.ctrlKey,
    Alt: pressed.altKey,
    Shift: pressed.shiftKey,
  };
  const accelerator = [...MODIFIERS.filter((name) => isHeld[name]), key].join('+');
  return globalShortcutSchema.safeParse(accelerator).success
    ? { kind: 'shortcut', accelerator }
    : { kind: 'unusable' };
}

function keyOf(code: string): string | null {
  const [, letterOrDigit] = /^(?:Key|Digit)([A-Z0-9])$/.exec(code) ?? [];
  if (letterOrDigit !== undefined) return letterOrDigit;
  const [, arrow] = /^Arrow(Up|Down|Left|Right)$/.exec(code) ?? [];
  if (arrow !== undefined) return arrow;
  return FUNCTION_KEY.test(code) || ['Space', 'Home', 'End', 'PageUp', 'PageDown', 'Insert'].includes(code)
    ? code
    : null;
}
