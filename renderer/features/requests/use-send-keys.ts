import type { KeyboardEvent } from 'react';
import { isCommand } from '../../ui/command-key.ts';
import { useWorkbench } from './workbench-context.ts';

interface KeyHandlers {
  readonly capture: (event: KeyboardEvent) => void;
  readonly bubble: (event: KeyboardEvent) => void;
}

/** Ctrl/Cmd+Enter sends from anywhere on the screen; Escape cancels, unless something nearer used it. */
export function useSendKeys(onSend: () => void): KeyHandlers {
  const workbench = useWorkbench();
  return {
    // Before the code editor, which would break the line.
    capture: (event) => {
      if (event.key !== 'Enter' || !isCommand(event) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      onSend();
    },
    bubble: (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) void workbench.cancel();
    },
  };
}
