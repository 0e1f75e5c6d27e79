import { useEffect, useEffectEvent } from 'react';
import { isPressed } from '../../shared/domain/shortcuts.ts';
import { useBridgeEvent } from '../bridge/use-bridge-event.ts';
import { isCommand, keyboardPlatform } from '../ui/command-key.ts';
import { useNavigation } from './navigation-context.ts';
import { screens } from './screens.ts';

function isInDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

/** Whether a character that is typed here goes into a text. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null;
}

export interface ShortcutActions {
  readonly openPalette: () => void;
  readonly openSheet: () => void;
}

/**
 * Ctrl/Cmd+K opens the palette, Ctrl/Cmd+1 to 9 the screens, `?` and the Help menu the sheet of shortcuts. Not while a dialog asks
 * something, and not at all with `null`.
 */
export function useShortcuts(actions: ShortcutActions | null): void {
  const { go } = useNavigation();
  useBridgeEvent('shortcuts.requested', () => {
    if (!isInDialog()) actions?.openSheet();
  });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (actions === null || isInDialog()) return;
    const action = actionOf(event);
    if (action === null) return;
    event.preventDefault();
    action();
  });
  const actionOf = (event: KeyboardEvent): (() => void) | null => {
    const platform = keyboardPlatform();
    if (isPressed('palette', event, platform)) return actions?.openPalette ?? null;
    if (isPressed('sheet', event, platform))
      return isWriting(event.target) ? null : (actions?.openSheet ?? null);
    if (!isCommand(event) || event.altKey || event.shiftKey) return null;
    const screen = /^[1-9]$/.test(event.key) ? screens[Number(event.key) - 1] : undefined;
    return screen === undefined
      ? null
      : () => {
          go(screen.id);
        };
  };
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKeyDown(event);
    };
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', listener);
    };
  }, []);
}
