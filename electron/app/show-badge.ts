import type { App, BrowserWindow, NativeImage } from 'electron';

export interface BadgeParts {
  readonly app: Pick<App, 'setBadgeCount' | 'on'>;
  readonly platform: NodeJS.Platform;
  readonly window: () => Pick<BrowserWindow, 'setOverlayIcon'> | null;
  readonly overlay: NativeImage;
  /** What a screen reader says of the dot; for so many keys. */
  readonly description: (count: number) => string;
}

/** A number on the dock and on the taskbars that show one; on Windows a dot at the window's button. */
export function createBadge({
  app,
  platform,
  window,
  overlay,
  description,
}: BadgeParts): (count: number) => void {
  if (platform !== 'win32') return (count) => void app.setBadgeCount(count);
  let shown = 0;
  const show = (count: number): void => {
    shown = count;
    window()?.setOverlayIcon(count === 0 ? null : overlay, count === 0 ? '' : description(count));
  };
  // The button is the window's: another window has another one.
  app.on('browser-window-created', () => {
    setImmediate(() => {
      show(shown);
    });
  });
  return show;
}
