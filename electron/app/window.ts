import { BrowserWindow, nativeTheme, screen, type NativeImage } from 'electron';
import { APP_ORIGIN } from '../../shared/contract/bridge.ts';
import type { Logger } from '../ports/logger.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { WindowPlacementStore } from '../ports/window-placement-store.ts';
import { describeBug } from './describe-bug.ts';
import { pagePreferences } from './security.ts';
import { BACKGROUND } from './window-background.ts';
import { DEFAULT_SIZE, fitPlacement, isInReach, MIN_SIZE, type Area } from './window-placement.ts';
import { zoomPage, type ZoomStep } from './zoom.ts';

export interface MainWindowOptions {
  readonly preload: string;
  readonly placement: WindowPlacementStore & PreferenceStore;
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
  readonly zoom: (step: ZoomStep) => void;
  readonly savePlacement: () => void;
  readonly onClose: (listener: CloseListener) => void;
  readonly onFocus: (listener: () => void) => void;
}

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
  const zoom = (step: ZoomStep): void => {
    const apply = (level: number) => window?.webContents.setZoomLevel(level);
    zoomPage({ preferences: options.placement, logger: options.logger, apply }, step);
  };
  const open = (): Promise<void> => {
    const opened = createBrowserWindow(options);
    window = opened;
    opened.webContents.on('dom-ready', () => {
      opened.webContents.setZoomLevel(options.placement.get().zoomLevel);
    });
    // Electron tells of the wheel with Ctrl, and leaves the rest to the app.
    opened.webContents.on('zoom-changed', (_event, direction) => {
      zoom(direction);
    });
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
    zoom,
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

/** The work areas of the displays, the primary one first. */
function displayAreas(): readonly Area[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}

function createBrowserWindow({ preload, placement, icon }: MainWindowOptions): BrowserWindow {
  const { isMaximized, ...bounds } = fitPlacement(placement.getPlacement(), displayAreas());
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
  bringIntoReach(window);
  window.show();
  window.focus();
}

/** A display that was unplugged takes what is hidden on it out of reach: no system moves a hidden window. */
function bringIntoReach(window: BrowserWindow): void {
  if (window.isMaximized() || window.isFullScreen()) return;
  const areas = displayAreas();
  const placement = { ...window.getNormalBounds(), isMaximized: false };
  if (isInReach(placement, areas)) return;
  const { x, y, width, height } = fitPlacement(placement, areas);
  window.setBounds({ x, y, width, height });
}
