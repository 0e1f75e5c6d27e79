import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../shared/contract/bridge.ts';
import { tellDrops } from './preload-drops.ts';
import { keepUnheard } from './preload-waiting.ts';

const tellWaiting = keepUnheard(ipcRenderer, EVENT_CHANNEL);
// The page never gets `ipcRenderer` or its event object: only what was asked for crosses.
contextBridge.exposeInMainWorld('keyfob', {
  invoke: (command: unknown, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(INVOKE_CHANNEL, command, input),
  on: (event: unknown, listener: (payload: unknown) => void): (() => void) => {
    const forward = (_: unknown, name: unknown, payload: unknown): void => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, forward);
    tellWaiting(event, listener);
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, forward);
  },
});
tellDrops(globalThis, webUtils, ipcRenderer);
