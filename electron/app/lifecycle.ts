import type { App } from 'electron';

import { HIDDEN_SWITCH, QUICK_COPY_SWITCH } from './start-hidden.ts';

export interface LifecycleActions {
  /** Another start, a click on the dock: the one window comes to the front. */
  readonly showWindow: () => void;
  /** Ends everything in order; the app exits when it resolves. */
  readonly shutDown: () => Promise<void>;
}

export interface Lifecycle {
  readonly isQuitting: () => boolean;
}

/** Ties the app's own events to what Keyfob does. The single-instance lock is taken before this. */
export function followLifecycle(app: App, { showWindow, shutDown }: LifecycleActions): Lifecycle {
  let isQuitting = false;
  let isDone = false;
  app.on('second-instance', (_event, argv) => {
    // The palette is asked for instead, or nothing: the login item found Keyfob running.
    if (!argv.includes(QUICK_COPY_SWITCH) && !argv.includes(HIDDEN_SWITCH)) showWindow();
  });
  app.on('activate', showWindow);
  // Without a listener Electron quits with the last window; Keyfob stays in the tray.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    if (isDone) return;
    event.preventDefault();
    if (isQuitting) return;
    isQuitting = true;
    void shutDown().finally(() => {
      isDone = true;
      app.quit();
    });
  });
  return { isQuitting: () => isQuitting };
}
