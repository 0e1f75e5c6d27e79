import { ok } from '../../shared/domain/app-error.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { QuickCopy } from '../desktop/quick-copy.ts';
import type { desktopCommands } from '../../shared/contract/desktop-commands.ts';
import type { Handlers } from './handlers.ts';

export interface DesktopHandlerParts {
  readonly desktop: Desktop;
  readonly quickCopy: Pick<QuickCopy, 'copy' | 'close' | 'openKeyfob'>;
}

export function desktopHandlers({
  desktop,
  quickCopy,
}: DesktopHandlerParts): Pick<Handlers, keyof typeof desktopCommands> {
  return {
    'desktop.getState': () => ok(desktop.state()),
    'desktop.setOpenAtLogin': ({ isOn }) => desktop.setOpenAtLogin(isOn),
    'desktop.setQuickCopy': (choice) => desktop.setQuickCopy(choice),
    'quickCopy.copy': ({ id }) => quickCopy.copy(id),
    'quickCopy.close': () => quickCopy.close(),
    'quickCopy.openKeyfob': () => quickCopy.openKeyfob(),
  };
}
