import type { Codec } from './structured-clone.ts';

/** What the page's half of the stand-in sends to the main process. */
export type PageMessage =
  | { readonly kind: 'invoke' | 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'key'; readonly accelerator: string }
  | { readonly kind: 'preload-error'; readonly message: string };

/** What the main process answers to an 'invoke'. */
export type InvokeReply =
  { readonly kind: 'value'; readonly value: string } | { readonly kind: 'error'; readonly message: string };

/** The function that Playwright puts on every frame's global object: how a page reaches the main process. */
export const pageBinding = '__standInForElectron';
/** The key (a registered symbol's name) of the function that takes the main process's messages. */
export const deliverSymbol = 'keyfob.stand-in.deliver';

/** The key (a registered symbol's name) of the function that is told where the files lie that are dropped next. */
export const tellPathsSymbol = 'keyfob.stand-in.tell-paths';

export interface PageConfig {
  readonly binding: string;
  readonly deliver: string;
  readonly tellPaths: string;
  readonly platform: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
}

/** What the bundle finds around itself, as in any CommonJS file. */
interface PreloadScope {
  readonly require: (id: string) => unknown;
  readonly module: { readonly exports: object };
  readonly process: object;
}
type Preload = (scope: PreloadScope) => void;
type Listener = (event: unknown, ...args: unknown[]) => void;

/**
 * Runs in the page before any of its scripts: gives the preload bundle the `electron` module of a sandboxed preload.
 * Like a preload it runs in the top frame alone; a subframe keeps the bare binding, so that a test can attack with it.
 * Sent to the page as source text: it refers to nothing outside itself.
 */
export function pageRuntime(codec: Codec, config: PageConfig, preload: Preload): void {
  if (window !== window.top) return;
  const globals = globalThis as unknown as Record<string | symbol, unknown>; // Reached by names that no type knows.
  const bind = globals[config.binding] as (message: PageMessage) => Promise<InvokeReply>; // Put there by Playwright.
  Reflect.deleteProperty(globals, config.binding);

  const listeners = new Map<string, Listener[]>();
  const listenersOf = (channel: string): Listener[] => listeners.get(channel) ?? [];
  const on = (channel: string, listener: Listener): void => {
    listeners.set(channel, [...listenersOf(channel), listener]);
  };
  const off = (channel: string, listener: Listener): void => {
    listeners.set(
      channel,
      listenersOf(channel).filter((item) => item !== listener),
    );
  };
  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const reply = await bind({ kind: 'invoke', channel, args: codec.encode(args) });
      if (reply.kind === 'value') return codec.decode(reply.value);
      throw new Error(`Error invoking remote method '${channel}': ${reply.message}`);
    },
    send(channel: string, ...args: unknown[]): void {
      void bind({ kind: 'send', channel, args: codec.encode(args) });
    },
    on(channel: string, listener: Listener): unknown {
      on(channel, listener);
      return ipcRenderer;
    },
    once(channel: string, listener: Listener): unknown {
      const wrapped: Listener = (...args) => {
        off(channel, wrapped);
        listener(...args);
      };
      on(channel, wrapped);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener): unknown {
      off(channel, listener);
      return ipcRenderer;
    },
    addListener: (channel: string, listener: Listener): unknown => ipcRenderer.on(channel, listener),
    removeListener: (channel: string, listener: Listener): unknown => ipcRenderer.off(channel, listener),
    removeAllListeners(channel: string): unknown {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };
  Object.defineProperty(globals, Symbol.for(config.deliver), {
    value: (channel: string, args: string) => {
      const event = { sender: ipcRenderer, ports: [] };
      for (const listener of listenersOf(channel)) listener(event, ...(codec.decode(args) as unknown[])); // The main process sends a list.
    },
  });

  // The page gets copies with nothing to change on them, as the context bridge gives.
  const copyForPage = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]): unknown => Reflect.apply(value, undefined, args);
    if (Array.isArray(value)) return Object.freeze(value.map(copyForPage));
    if (value === null || typeof value !== 'object') return value;
    const copied = Object.entries(value).map(([key, item]) => [key, copyForPage(item)] as const);
    return Object.freeze(Object.fromEntries(copied));
  };
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (key in globals)
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(globals, key, { value: copyForPage(api), enumerable: true });
    },
  };

  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(event.key)))
      return;
    const held = [
      event.ctrlKey && 'Ctrl',
      event.metaKey && 'Meta',
      event.altKey && 'Alt',
      event.shiftKey && 'Shift',
    ];
    const accelerator = [...held.filter((name) => name !== false), event.key].join('+');
    void bind({ kind: 'key', accelerator });
  });

  // Chromium tells no page where a file lies: the stand-in says it before it drops one. A file of a script's own has no path.
  const paths = new Map<string, string>();
  Object.defineProperty(globals, Symbol.for(config.tellPaths), {
    value: (told: readonly string[]) => {
      for (const path of told)
        paths.set(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1), path);
    },
  });
  const webUtils = { getPathForFile: (file: File): string => paths.get(file.name) ?? '' };

  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return { contextBridge, ipcRenderer, webUtils };
    throw new Error(`module not found: ${id}`);
  };
  const process = {
    type: 'renderer',
    platform: config.platform,
    versions: config.versions,
    sandboxed: true,
    contextIsolated: true,
    env: {},
    argv: [],
  };
  try {
    preload({ require, module: { exports: {} }, process });
  } catch (error) {
    void bind({ kind: 'preload-error', message: String(error) });
  }
}
