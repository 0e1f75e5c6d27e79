import type { App } from 'electron';
import { createDesktop, type Desktop } from '../desktop/desktop.ts';
import { createQuickCopy, type QuickCopy, type QuickCopyOptions } from '../desktop/quick-copy.ts';
import type { Publish } from '../keys/publish.ts';
import type { LoginItem } from '../ports/login-item.ts';
import { QUICK_COPY_SWITCH } from './start-hidden.ts';

export interface DesktopParts extends Pick<
  QuickCopyOptions,
  'preferences' | 'shortcuts' | 'palette' | 'copier'
> {
  readonly app: Pick<App, 'on'>;
  readonly loginItem: LoginItem;
  readonly publish: Publish;
  readonly showKeyfob: () => void;
  readonly env: NodeJS.ProcessEnv;
}

/** What Keyfob is to the desktop around it: a login item, a shortcut, and the palette that it opens. */
export function composeDesktop(parts: DesktopParts): {
  readonly desktop: Desktop;
  readonly quickCopy: QuickCopy;
} {
  const quickCopy = createQuickCopy({ ...parts, asksDesktop: isWayland(parts.env) });
  // A desktop's own shortcut starts Keyfob again with this; the second process only tells the first.
  parts.app.on('second-instance', (_event, argv) => {
    if (argv.includes(QUICK_COPY_SWITCH)) quickCopy.toggle();
  });
  return { desktop: createDesktop({ ...parts, quickCopy }), quickCopy };
}

/** On Wayland a desktop gives shortcuts by its portal, where it has one. To be called before the app is ready. */
export function offerShortcutsPortal(app: Pick<App, 'commandLine'>): void {
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');
}

function isWayland(env: NodeJS.ProcessEnv): boolean {
  return env['XDG_SESSION_TYPE'] === 'wayland' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
}
