import { useEffect, useEffectEvent } from 'react';
import { isCommand } from '../../../ui/command-key.ts';
import type { Saving } from '../saving/use-saving.ts';
import type { Workbench } from '../workbench.ts';

function isInDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

type TabCommand = 'save' | 'save-as' | 'close' | 'reopen' | 'next' | 'previous';

/** What a key asks of the open requests; `null` for nothing. Ctrl+Tab and Ctrl+Page Up or Down go around, as in browsers. */
export function tabCommandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): TabCommand | null {
  if (event.altKey) return null;
  if (event.ctrlKey && event.key === 'Tab') return event.shiftKey ? 'previous' : 'next';
  if (event.ctrlKey && !event.shiftKey && event.key === 'PageDown') return 'next';
  if (event.ctrlKey && !event.shiftKey && event.key === 'PageUp') return 'previous';
  if (!isCommand(event)) return null;
  switch (event.key.toLowerCase()) {
    case 's':
      return event.shiftKey ? 'save-as' : 'save';
    case 'w':
      return event.shiftKey ? null : 'close';
    case 't':
      return event.shiftKey ? 'reopen' : null;
    default:
      return null;
  }
}

/** The keys of the open requests, while the screen is shown and no dialog asks something. */
export function useTabKeys(workbench: Workbench, saving: Saving): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const command = tabCommandOf(event);
    if (command === null || isInDialog()) return;
    event.preventDefault();
    const { key } = workbench.getState().active;
    switch (command) {
      case 'save':
        saving.save(key);
        break;
      case 'save-as':
        saving.saveAs(key);
        break;
      case 'close':
        saving.close([key]);
        break;
      case 'reopen':
        workbench.reopen();
        break;
      case 'next':
        workbench.showBeside(1);
        break;
      case 'previous':
        workbench.showBeside(-1);
        break;
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKeyDown(event);
    };
    // On the way down: fields keep the keys that reach them to themselves.
    window.addEventListener('keydown', listener, { capture: true });
    return () => {
      window.removeEventListener('keydown', listener, { capture: true });
    };
  }, []);
}
