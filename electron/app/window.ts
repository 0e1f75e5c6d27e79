import { BrowserWindow, nativeTheme, screen, type NativeImage } from 'electron';
import { APP_ORIGIN } from '../../shared/contract/bridge.ts';
import type { WindowPlacementStore } from '../ports/window-placement-store.ts';
import { pagePreferences } from './security.ts';
import { DEFAULT_SIZE, fitPlacement, MIN_SIZE } from './window-placement.ts';

export interface MainWindowOptions {
  readonly preload: string;
  readonly placement: WindowPlacementStore;
  readonly icon: NativeImage | null;
  /** Called when the person closes the window; the default is prevented by calling the argument. */
  readonly onClose: (preventClose: () => void) => void;
  readonly onFocus: () => void;
}

export interface MainWindow {
  /** Null before it is opened and after it is gone. */
  readonly current: () => BrowserWindow | null;
  /** Shows and focuses the window, opening it first where there is none. Resolves when it shows its page. */
  readonly show: () => Promise<void>;
  readonly hide: () => void;
  readonly savePlacement: () => void;
}

/** The page's colours before its style sheet is there: `--color-background` of the tokens. */
const BACKGROUND = { light: '#ffffff', dark: '#16181d' } as const;

export function createMainWindow(options: MainWindowOptions): MainWindow {
  let window: BrowserWindow | null = null;
  let opening: Promise<void> | null = null;

  const savePlacement = (): void => {
    if (window === null || window.isDestroyed()) return;
    const { x, y, width, height } = window.getNormalBounds();
    options.placement.setPlacement({ x, y, width, height, isMaximized: window.isMaximized() });
  };
  const open = async (): Promise<void> => {
    const opened = createBrowserWindow(options);
    window = opened;
    opened.on('close', (event) => {
      savePlacement();
      options.onClose(() => {
        event.preventDefault();
      });
    });
    opened.on('closed', () => {
      window = null;
      opening = null;
    });
    opened.on('focus', options.onFocus);
    const ready = new Promise<void>((resolve) => {
      opened.once('ready-to-show', () => {
        reveal(opened);
        resolve();
      });
    });
    await opened.loadURL(`${APP_ORIGIN}/index.html`);
    await ready;
  };

  return {
    current: () => (window === null || window.isDestroyed() ? null : window),
    async show() {
      if (opening === null) {
        opening = open();
        await opening;
      } else {
        await opening;
        if (window !== null) reveal(window);
      }
    },
    hide() {
      window?.hide();
    },
    savePlacement,
  };
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
