import { BrowserWindow, nativeTheme, screen, type NativeImage } from 'electron';
import { APP_ORIGIN } from '../../shared/contract/bridge.ts';
import type { Logger } from '../ports/logger.ts';
import type { WindowPlacementStore } from '../ports/window-placement-store.ts';
import { describeBug } from './describe-bug.ts';
import { pagePreferences } from './security.ts';
import { DEFAULT_SIZE, fitPlacement, MIN_SIZE } from './window-placement.ts';

export interface MainWindowOptions {
  readonly preload: string;
  readonly placement: WindowPlacementStore;
  readonly icon: NativeImage | null;
  readonly logger: Logger;
}

/** Is told when the window is about to be closed, and may prevent it. */
type CloseListener = (preventClose: () => void) => void;

export interface MainWindow {
  /** Null before it is opened and after it is gone. */
  readonly current: () => BrowserWindow | null;
  /** Shows and focuses the window, opening it first where there is none. Resolves when it shows its page. */
  readonly show: () => Promise<void>;
  readonly hide: () => void;
  readonly savePlacement: () => void;
  readonly onClose: (listener: CloseListener) => void;
  readonly onFocus: (listener: () => void) => void;
}

/** The page's colours before its style sheet is there: `--color-page` of the tokens. */
const BACKGROUND = { light: '#fbfbfd', dark: '#141418' } as const;

export function createMainWindow(options: MainWindowOptions): MainWindow {
  const closeListeners = new Set<CloseListener>();
  const focusListeners = new Set<() => void>();
  let window: BrowserWindow | null = null;
  let opening: Promise<void> | null = null;

  const savePlacement = (): void => {
    if (window === null || window.isDestroyed()) return;
    const { x, y, width, height } = window.getNormalBounds();
    options.placement.setPlacement({ x, y, width, height, isMaximized: window.isMaximized() });
  };
  const open = (): Promise<void> => {
    const opened = createBrowserWindow(options);
    window = opened;
    opened.on('close', (event) => {
      savePlacement();
      for (const listener of closeListeners) listener(() => event.preventDefault());
    });
    opened.on('closed', () => {
      window = null;
      opening = null;
    });
    opened.on('focus', () => {
      for (const listener of focusListeners) listener();
    });
    return load(opened, options.logger);
  };

  return {
    current: () => (window === null || window.isDestroyed() ? null : window),
    async show() {
      const isNew = opening === null;
      opening ??= open();
      await opening;
      if (!isNew && window !== null) reveal(window);
    },
    hide() {
      window?.hide();
    },
    savePlacement,
    onClose: (listener) => void closeListeners.add(listener),
    onFocus: (listener) => void focusListeners.add(listener),
  };
}

/** Resolves when the page has loaded; shows the window before that, as soon as it has something to show. */
async function load(window: BrowserWindow, logger: Logger): Promise<void> {
  window.once('ready-to-show', () => {
    reveal(window);
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    logger.error('The page’s process ended', { reason });
    if (!window.isDestroyed() && reason !== 'clean-exit') window.webContents.reload();
  });
  try {
    await window.loadURL(`${APP_ORIGIN}/index.html`);
  } catch (error) {
    // A window that is closed while it loads is no failure.
    if (!window.isDestroyed()) logger.error('The page did not load', { bug: describeBug(error) });
  }
}

function createBrowserWindow({ preload, placement, icon }: MainWindowOptions): BrowserWindow {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const areas = [primary, ...others].map(({ workArea }) => workArea);
  const { isMaximized, ...bounds } = fitPlacement(placement.getPlacement(), areas);
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Keyfob',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: pagePreferences(preload),
    ...(icon === null ? {} : { icon }),
  });
  // Maximizing shows the window, so it waits for the page.
  if (isMaximized) window.once('ready-to-show', () => window.maximize());
  return window;
}

function reveal(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
