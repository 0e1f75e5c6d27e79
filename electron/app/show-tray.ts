import type { Publisher } from '../ipc/publish.ts';
import { copyFromTray, type CopyFromTrayParts } from './copy-from-tray.ts';
import type { Icons } from './icons.ts';
import { API_KEYS, GENERATE_KEY, NEW_REQUEST, type Navigation } from './navigation.ts';
import { switchProfileFromTray, type SwitchProfileParts } from './switch-profile-from-tray.ts';
import { readTrayState, type TraySources } from './tray-state.ts';
import { changesTray, type TrayAction } from './tray-template.ts';
import { createTray } from './tray.ts';
import type { MainWindow } from './window.ts';

export interface ShownTrayParts extends CopyFromTrayParts, TraySources {
  readonly profiles: TraySources['profiles'] & SwitchProfileParts['profiles'];
  readonly icons: Icons;
  readonly publisher: Publisher;
  readonly window: Pick<MainWindow, 'show'>;
  readonly goTo: Navigation['goTo'];
  readonly lock: () => void;
  readonly quit: () => void;
}

/** The icon that stays when the window is closed. */
export function showTray(parts: ShownTrayParts): void {
  const { clock, speaker, window, goTo, lock, quit } = parts;
  const actions: Record<TrayAction, () => void> = {
    'more-keys': () => {
      goTo(API_KEYS);
    },
    'generate-key': () => {
      goTo(GENERATE_KEY);
    },
    'new-request': () => {
      goTo(NEW_REQUEST);
    },
    lock,
    open: () => void window.show(),
    quit,
  };
  const tray = createTray({
    icons: parts.icons.tray,
    platform: process.platform,
    clock,
    state: () => ({ ...readTrayState(parts), texts: speaker.texts() }),
    copyKey: (id) => void copyFromTray(parts, id),
    switchProfile: (id) => {
      switchProfileFromTray(parts, id);
    },
    act: (action) => {
      actions[action]();
    },
  });
  parts.publisher.onPublished((event) => {
    if (changesTray(event)) tray.refresh();
  });
}
