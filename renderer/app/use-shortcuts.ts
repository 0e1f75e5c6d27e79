import { useEffect, useEffectEvent } from 'react';
import { useNavigation } from './navigation-context.ts';
import { screens } from './screens.ts';

function isInDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

/** Ctrl/Cmd+K opens the palette, Ctrl/Cmd+1 to 4 the screens. Not while a dialog asks something, and not at all with `null`. */
export function useShortcuts(openPalette: (() => void) | null): void {
  const { go } = useNavigation();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (openPalette === null) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || isInDialog()) return;
    if (event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
      return;
    }
    const screen = /^[1-9]$/.test(event.key) ? screens[Number(event.key) - 1] : undefined;
    if (screen === undefined) return;
    event.preventDefault();
    go(screen.id);
  });
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
