import { globalShortcut } from 'electron';
import type { GlobalShortcuts } from '../ports/global-shortcuts.ts';

export function electronGlobalShortcuts(): GlobalShortcuts {
  return {
    register: (accelerator, onPressed) => globalShortcut.register(accelerator, onPressed),
    unregister: (accelerator) => {
      globalShortcut.unregister(accelerator);
    },
  };
}
