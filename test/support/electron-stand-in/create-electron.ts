import { join } from 'node:path';
import type { Page, Request as PageRequest } from 'playwright-core';
import { StandInApp } from './app.ts';
import { createBrowserWindowClass, WindowRegistry } from './browser-window.ts';
import { createChromiumHost } from './chromium-host.ts';
import { StandInClipboard, StandInClipboardItem } from './clipboard.ts';
import { createDialog } from './dialog.ts';
import { StandInIpcMain } from './ipc-main.ts';
import { createMenuClass, createMenuItemClass } from './menu.ts';
import { nativeImage } from './native-image.ts';
import type { PageMessage } from './page-runtime.ts';
import { createRequestServer, StandInProtocol, StandInSession } from './session.ts';
import { standInFolder } from './stand-in-folder.ts';
import { makeCodec } from './structured-clone.ts';
import * as system from './system.ts';
import { StandInNotification, StandInTray } from './tray.ts';
import { createFrames } from './web-frame.ts';

export interface StandInOptions {
  readonly appFolder: string;
  readonly userDataFolder: string | undefined;
  readonly isPackaged: boolean;
  readonly isVisible: boolean;
  readonly isInspectable: boolean;
  readonly hasTouchId: boolean;
  readonly sharedEndpoint: string | undefined;
  /** Says on the terminal what Electron would have shown. */
  say(text: string): void;
}

/** Builds the `electron` module of one process: the part of it that Keyfob uses, over the system's Chromium. */
export function createElectron(options: StandInOptions) {
  const { say } = options;
  const blockedUrls: string[] = [];
  const frameOf = createFrames();

  const app: StandInApp = new StandInApp({
    ...options,
    onLocked: () => {
      host.prewarm();
    },
    closeWindows: () => {
      for (const window of registry.all()) window.close();
      return registry.all().length === 0;
    },
    end: (exitCode) => void end(exitCode),
  });
  const end = async (exitCode: number): Promise<void> => {
    await host.close().catch(() => undefined);
    process.exit(exitCode);
  };

  const ipcMain = new StandInIpcMain();
  const protocol = new StandInProtocol(app.isReady);
  const session = new StandInSession(protocol);
  const nativeTheme = new system.StandInNativeTheme();
  const windowOf = (request: PageRequest) => registry.ofPage(pageOf(request));

  const onMessage = (
    { page, frame }: { page: Page; frame: Parameters<typeof frameOf>[0] },
    message: PageMessage,
  ) => {
    const window = registry.ofPage(page);
    const sender = window?.webContents;
    const source = {
      sender,
      get senderFrame() {
        return frame.isDetached() ? null : frameOf(frame);
      },
    };
    switch (message.kind) {
      case 'invoke':
        return ipcMain.invoke(source, message.channel, message.args);
      case 'send':
        ipcMain.receive(source, message.channel, message.args);
        return undefined;
      case 'key':
        Menu.getApplicationMenu()?.press(message.accelerator, window);
        return undefined;
      case 'preload-error':
        say(`the preload failed: ${message.message}`);
        sender?.emit('preload-error', {}, '', new Error(message.message));
        return undefined;
    }
  };

  const host = createChromiumHost({
    profileFolder: join(standInFolder(app.getPath('userData')), 'chromium'),
    isVisible: options.isVisible,
    isInspectable: options.isInspectable,
    sharedEndpoint: options.sharedEndpoint,
    onRequest: createRequestServer({ protocol, session, windowOf, blockedUrls }),
    onMessage,
    // A visible window that the person closed: there is no tray to bring it back from.
    onGone: () => {
      if (options.isVisible) app.quit();
    },
  });

  const registry: WindowRegistry = new WindowRegistry({
    host,
    app,
    session,
    frameOf,
    colorScheme: () => (nativeTheme.shouldUseDarkColors ? 'dark' : 'light'),
  });
  app.on('stand-in:all-closed', () => {
    app.allWindowsClosed();
  });
  nativeTheme.on('updated', () => {
    for (const window of registry.all()) void window.applyColorScheme().catch(() => undefined);
  });

  const focused = () => registry.all().at(-1);
  const roles = {
    quit: () => {
      app.quit();
    },
    close: () => focused()?.close(),
    minimize: () => focused()?.minimize(),
    reload: () => focused()?.webContents.reload(),
    togglefullscreen: () => focused()?.setFullScreen(focused()?.isFullScreen() === false),
  };
  const Menu = createMenuClass(roles);

  const electron = {
    app,
    BrowserWindow: createBrowserWindowClass(registry),
    clipboard: new StandInClipboard(),
    ClipboardItem: StandInClipboardItem,
    dialog: createDialog(say),
    globalShortcut: new system.StandInGlobalShortcut(),
    ipcMain,
    Menu,
    MenuItem: createMenuItemClass(roles),
    nativeImage,
    nativeTheme,
    net: system.net,
    Notification: StandInNotification,
    powerMonitor: new system.StandInPowerMonitor(),
    protocol,
    screen: new system.StandInScreen(),
    session: { defaultSession: session, fromPartition: () => session },
    shell: system.createShell(say),
    systemPreferences: system.createSystemPreferences(options.hasTouchId),
    Tray: StandInTray,
    webContents: {
      getAllWebContents: () => registry.all().map((window) => window.webContents),
      fromId: (id: number) => registry.all().find((window) => window.id === id)?.webContents,
    },
  } satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>;

  const codec = makeCodec();
  /** What only the stand-in can do, for tests that attack or that play the operating system. */
  const controls = {
    blockedUrls,
    endpoint: () => host.endpoint(),
    newestTarget: () => host.newestTarget(),
    setSystemTheme: (theme: 'light' | 'dark') => {
      nativeTheme.setSystemTheme(theme);
    },
    /** Calls a handler as if from another frame. Answers what the page would get: a value, or an error's text. */
    async invokeAs(senderFrame: unknown, channel: string, ...args: unknown[]) {
      const reply = await ipcMain.invoke(
        { sender: focused()?.webContents, senderFrame },
        channel,
        codec.encode(args),
      );
      return reply.kind === 'value'
        ? { kind: 'value' as const, value: codec.decode(reply.value) }
        : { kind: 'error' as const, message: reply.message };
    },
    /** Asks the app's permission handlers as a page's request would; granted when there is none, as in Electron. */
    askPermission(permission: string): Promise<boolean> {
      const handler = session.permissionRequestHandler;
      if (handler === null) return Promise.resolve(true);
      // The page, the permission and the details: Keyfob's handler reads no other part of them.
      const contents = focused()?.webContents as unknown as Electron.WebContents;
      return new Promise((resolve) => {
        handler(contents, permission as 'media', resolve, {
          requestingUrl: contents.getURL(),
          isMainFrame: true,
        });
      });
    },
    failNextClipboardWrite(): void {
      electron.clipboard.failNextWrite = true;
    },
  };
  return { electron, controls };
}

export type StandInControls = ReturnType<typeof createElectron>['controls'];

/** A navigation's request has no frame yet when a window is just being opened. */
function pageOf(request: PageRequest): Page | undefined {
  try {
    return request.frame().page();
  } catch {
    return undefined;
  }
}
