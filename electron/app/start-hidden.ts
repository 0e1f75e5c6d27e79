import type { App } from 'electron';

/** What the login item starts Keyfob with. */
export const HIDDEN_SWITCH = '--hidden';
/** What shows the quick-copy palette, for the shortcuts of a desktop that lets programs take none. */
export const QUICK_COPY_SWITCH = '--quick-copy';

/** Whether this start shows no window: its tray is enough until the person wants more. */
export function isStartedHidden(
  app: Pick<App, 'getLoginItemSettings'>,
  args: readonly string[],
  platform = process.platform,
): boolean {
  // macOS starts its login items without arguments, and tells that it did.
  if (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin) return true;
  return args.includes(HIDDEN_SWITCH);
}
