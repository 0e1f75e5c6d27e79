import { EventEmitter } from 'node:events';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { ignoreClosed, type ChromiumHost } from './chromium-host.ts';
import { createEvent, emitPreventable } from './events.ts';
import { StandInWebContents } from './web-contents.ts';
import type { StandInFrame } from './web-frame.ts';

type Rectangle = Electron.Rectangle;
type Surface = Pick<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isVisible'
  | 'isMinimized'
  | 'minimize'
  | 'restore'
  | 'isMaximized'
  | 'maximize'
  | 'unmaximize'
  | 'isFullScreen'
  | 'setFullScreen'
  | 'focus'
  | 'blur'
  | 'isFocused'
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds'
  | 'getContentBounds'
  | 'getSize'
  | 'setSize'
  | 'setMinimumSize'
  | 'center'
  | 'setTitle'
  | 'getTitle'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setAutoHideMenuBar'
  | 'setBackgroundColor'
  | 'setContentProtection'
  | 'setIcon'
  | 'setOverlayIcon'
  | 'flashFrame'
  | 'moveTop'
>;

export interface WindowsOptions {
  readonly host: ChromiumHost;
  readonly app: EventEmitter;
  readonly session: unknown;
  frameOf(frame: Frame): StandInFrame;
  colorScheme(): 'light' | 'dark';
}

export class StandInBrowserWindow extends EventEmitter implements Surface {
  readonly id: number;
  readonly webContents: StandInWebContents;
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly #page: Promise<Page>;
  readonly #registry: WindowRegistry;
  #bounds: Rectangle;
  #title: string;
  #isVisible: boolean;
  #isMinimized = false;
  #isMaximized = false;
  #isFullScreen = false;
  #isFocused = false;
  #isDestroyed = false;
  #isReadyToShow = false;

  constructor(options: Electron.BrowserWindowConstructorOptions, registry: WindowRegistry) {
    super();
    this.options = options;
    this.#registry = registry;
    this.id = registry.add(this);
    this.#title = options.title ?? 'Keyfob';
    this.#isVisible = options.show ?? true;
    this.#bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    const { host, session, frameOf } = registry.options;
    const opening = host.openPage();
    const preload = options.webPreferences?.preload;
    this.webContents = new StandInWebContents({ id: this.id, page: opening, preload, session, frameOf });
    this.#page = this.#attach();
    this.#page.catch(ignoreClosed);
    registry.options.app.emit('web-contents-created', createEvent(), this.webContents);
    registry.options.app.emit('browser-window-created', createEvent(), this);
  }

  async #attach(): Promise<Page> {
    const page = await this.webContents.attach();
    page.on('domcontentloaded', () => {
      if (!page.url().startsWith('https:') || this.#isReadyToShow) return;
      this.#isReadyToShow = true;
      setImmediate(() => this.emit('ready-to-show', createEvent()));
    });
    page.on('close', () => {
      this.destroy();
    });
    await page.emulateMedia({ colorScheme: this.#registry.options.colorScheme() });
    await this.#applyBounds(page);
    return page;
  }

  async loadURL(url: string): Promise<void> {
    await this.#page;
    await this.webContents.load(url);
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    if (this.#isVisible) return;
    this.#isVisible = true;
    this.emit('show', createEvent());
  }

  hide(): void {
    if (!this.#isVisible) return;
    this.#isVisible = false;
    this.blur();
    this.emit('hide', createEvent());
  }

  close(): void {
    if (!this.#isDestroyed && !emitPreventable(this, 'close')) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#isVisible = false;
    this.webContents.markDestroyed();
    void this.#page.then((page) => page.close()).catch(ignoreClosed);
    this.#registry.remove(this);
    this.emit('closed', createEvent());
    this.#registry.closed();
  }

  focus(): void {
    if (this.#isFocused || this.#isDestroyed) return;
    this.#isFocused = true;
    this.emit('focus', createEvent());
    this.#registry.options.app.emit('browser-window-focus', createEvent(), this);
  }

  blur(): void {
    if (!this.#isFocused) return;
    this.#isFocused = false;
    this.emit('blur', createEvent());
    this.#registry.options.app.emit('browser-window-blur', createEvent(), this);
  }

  minimize(): void {
    this.#isMinimized = true;
    this.emit('minimize', createEvent());
  }

  restore(): void {
    this.#isMinimized = false;
    this.emit('restore', createEvent());
  }

  maximize(): void {
    this.#isMaximized = true;
    this.emit('maximize', createEvent());
  }

  unmaximize(): void {
    this.#isMaximized = false;
    this.emit('unmaximize', createEvent());
  }

  setFullScreen(flag: boolean): void {
    this.#isFullScreen = flag;
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen', createEvent());
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('resize', createEvent());
    this.emit('resized', createEvent());
    void this.#page.then((page) => this.#applyBounds(page)).catch(ignoreClosed);
  }

  getBounds = (): Rectangle => ({ ...this.#bounds });
  getNormalBounds = (): Rectangle => this.getBounds();
  getContentBounds = (): Rectangle => this.getBounds();
  getSize = (): number[] => [this.#bounds.width, this.#bounds.height];
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  isDestroyed = (): boolean => this.#isDestroyed;
  isVisible = (): boolean => this.#isVisible && !this.#isMinimized;
  isMinimized = (): boolean => this.#isMinimized;
  isMaximized = (): boolean => this.#isMaximized;
  isFullScreen = (): boolean => this.#isFullScreen;
  isFocused = (): boolean => this.#isFocused;
  getTitle = (): string => this.#title;
  setTitle(title: string): void {
    this.#title = title;
  }

  // What only a window manager could show.
  center(): void {}
  moveTop(): void {}
  flashFrame(): void {}
  removeMenu(): void {}
  setAutoHideMenuBar(): void {}
  setBackgroundColor(): void {}
  setContentProtection(): void {}
  setIcon(): void {}
  setMenu(): void {}
  setOverlayIcon(): void {}
  setMenuBarVisibility(): void {}
  setMinimumSize(): void {}

  async applyColorScheme(): Promise<void> {
    const page = await this.#page;
    await page.emulateMedia({ colorScheme: this.#registry.options.colorScheme() });
  }

  async #applyBounds(page: Page): Promise<void> {
    const { width, height } = this.#bounds;
    if (!this.#registry.options.host.isVisible) await page.setViewportSize({ width, height });
    else await resizeWindow(page.context(), page, { width, height });
  }
}

async function resizeWindow(
  context: BrowserContext,
  page: Page,
  bounds: { readonly width: number; readonly height: number },
): Promise<void> {
  const protocol = await context.newCDPSession(page);
  const { windowId } = await protocol.send('Browser.getWindowForTarget');
  await protocol.send('Browser.setWindowBounds', { windowId, bounds });
  await protocol.detach();
}

/** Which windows a process has; ids count from 1, as Electron's do. */
export class WindowRegistry {
  readonly options: WindowsOptions;
  readonly #windows = new Set<StandInBrowserWindow>();
  #count = 0;

  constructor(options: WindowsOptions) {
    this.options = options;
  }

  add(window: StandInBrowserWindow): number {
    this.#windows.add(window);
    this.#count += 1;
    return this.#count;
  }

  remove(window: StandInBrowserWindow): void {
    this.#windows.delete(window);
  }

  closed(): void {
    if (this.#windows.size === 0) this.options.app.emit('stand-in:all-closed');
  }

  all(): readonly StandInBrowserWindow[] {
    return [...this.#windows];
  }

  ofPage(page: Page | undefined): StandInBrowserWindow | undefined {
    return this.all().find((window) => window.webContents.isShownIn(page));
  }
}

/** The class that the app constructs: Electron's constructor has no registry to pass. */
export function createBrowserWindowClass(registry: WindowRegistry) {
  return class BrowserWindow extends StandInBrowserWindow {
    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      super(options, registry);
    }

    static getAllWindows = (): readonly StandInBrowserWindow[] => registry.all();
    static getFocusedWindow = (): StandInBrowserWindow | null =>
      registry.all().find((window) => window.isFocused()) ?? null;
    static fromId = (id: number): StandInBrowserWindow | null =>
      registry.all().find((window) => window.id === id) ?? null;
    static fromWebContents = (contents: unknown): StandInBrowserWindow | null =>
      registry.all().find((window) => window.webContents === contents) ?? null;
  };
}
