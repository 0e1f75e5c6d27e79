import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import { APP_ORIGIN } from '../../shared/contract/bridge.ts';
import type { QuickCopyPalette } from '../desktop/quick-copy.ts';
import type { Publish } from '../keys/publish.ts';
import type { Logger } from '../ports/logger.ts';
import { describeBug } from './describe-bug.ts';
import { pagePreferences } from './security.ts';
import { BACKGROUND } from './window-background.ts';

const SIZE = { width: 560, height: 380 } as const;
/** So far down the display, where the eye is. */
const FROM_TOP = 0.22;

export interface QuickCopyWindowOptions {
  readonly preload: string;
  readonly logger: Logger;
  readonly publish: Publish;
}

export interface QuickCopyWindow extends QuickCopyPalette {
  /** Null until it was shown for the first time. */
  readonly page: () => WebContents | null;
}

/** The palette's own window, without a frame. Made when it is first asked for, and hidden in between. */
export function createQuickCopyWindow(options: QuickCopyWindowOptions): QuickCopyWindow {
  let window: BrowserWindow | null = null;
  const hide = (): void => {
    if (window !== null && !window.isDestroyed()) window.hide();
  };
  const open = (): void => {
    const opened = createWindow(options.preload);
    window = opened;
    opened.on('blur', hide);
    opened.on('closed', () => {
      window = null;
    });
    opened.once('ready-to-show', () => {
      place(opened);
    });
    void load(opened, options.logger);
  };
  const show = (shown: BrowserWindow): void => {
    options.publish('quickCopy.opened', {});
    place(shown);
  };
  return {
    page: () => (window === null || window.isDestroyed() ? null : window.webContents),
    hide,
    toggle() {
      if (window === null || window.isDestroyed()) open();
      else if (window.isVisible()) hide();
      else show(window);
    },
  };
}

async function load(window: BrowserWindow, logger: Logger): Promise<void> {
  try {
    await window.loadURL(`${APP_ORIGIN}/index.html?quick-copy`);
  } catch (error) {
    // A window that is closed while it loads is no failure.
    if (!window.isDestroyed()) logger.error('The palette’s page did not load', { bug: describeBug(error) });
  }
}

function createWindow(preload: string): BrowserWindow {
  return new BrowserWindow({
    ...SIZE,
    title: 'Keyfob',
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    // A panel takes the keys and leaves its program in front.
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: pagePreferences(preload),
  });
}

/** On the display where the pointer is: that is where the person looks. */
function place(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  window.setBounds({
    ...SIZE,
    x: Math.round(workArea.x + (workArea.width - SIZE.width) / 2),
    y: Math.round(workArea.y + workArea.height * FROM_TOP),
  });
  window.show();
  window.focus();
}
