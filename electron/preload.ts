import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../shared/contract/bridge.ts';
import { tellDrops } from './preload-drops.ts';

/** Asked of a page that is drawn before its code is there: the last of each waits until somebody listens. */
const WAITING: ReadonlySet<unknown> = new Set(['navigation.requested', 'shortcuts.requested']);
const waiting = new Map<unknown, unknown>();
const heard = new Set<unknown>();
ipcRenderer.on(EVENT_CHANNEL, (_: unknown, name: unknown, payload: unknown) => {
  if (WAITING.has(name) && !heard.has(name)) waiting.set(name, payload);
});

// The page never gets `ipcRenderer` or its event object: only what was asked for crosses.
contextBridge.exposeInMainWorld('keyfob', {
  invoke: (command: unknown, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(INVOKE_CHANNEL, command, input),
  on: (event: unknown, listener: (payload: unknown) => void): (() => void) => {
    const forward = (_: unknown, name: unknown, payload: unknown): void => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, forward);
    heard.add(event);
    if (waiting.has(event)) {
      const payload = waiting.get(event);
      waiting.delete(event);
      queueMicrotask(() => {
        listener(payload);
      });
    }
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, forward);
  },
});
tellDrops(globalThis, webUtils, ipcRenderer);
