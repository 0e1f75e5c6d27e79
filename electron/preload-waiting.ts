/** Asked of a page that is drawn before its code is there: the last of each waits until somebody listens. */
const WAITING: ReadonlySet<unknown> = new Set(['navigation.requested', 'shortcuts.requested']);

/** Keeps what nobody hears yet. Gives the function to be called with each listener when it begins to listen. */
export function keepUnheard(
  ipcRenderer: Pick<Electron.IpcRenderer, 'on'>,
  channel: string,
): (event: unknown, listener: (payload: unknown) => void) => void {
  const waiting = new Map<unknown, unknown>();
  const heard = new Set<unknown>();
  ipcRenderer.on(channel, (_: unknown, name: unknown, payload: unknown) => {
    if (WAITING.has(name) && !heard.has(name)) waiting.set(name, payload);
  });
  return (event, listener) => {
    heard.add(event);
    if (!waiting.has(event)) return;
    const payload = waiting.get(event);
    waiting.delete(event);
    queueMicrotask(() => {
      listener(payload);
    });
  };
}
