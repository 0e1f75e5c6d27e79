import { Menu, Tray, type MenuItemConstructorOptions } from 'electron';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { Clock } from '../ports/clock.ts';
import type { TrayIcons } from './icons.ts';
import {
  nextExpiry,
  trayNotice,
  trayTemplate,
  type TrayAction,
  type TrayItem,
  type TrayState,
} from './tray-template.ts';

export interface TrayOptions {
  readonly icons: TrayIcons;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly state: () => TrayState;
  readonly copyKey: (apiKeyId: string) => void;
  readonly switchProfile: (profileId: string) => void;
  readonly act: (action: TrayAction) => void;
}

export interface KeyfobTray {
  /** Builds the menu again soon; many calls in a row build it once. */
  readonly refresh: () => void;
  readonly destroy: () => void;
}

/** The window answers first: among thousands of keys, looking through those that end soon takes longer than a frame. */
const SETTLE_MS = 150;
/** Timers of Node hold at most 2^31 ms; a clock that jumped is noticed this soon too. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

export function createTray(options: TrayOptions): KeyfobTray {
  const { icons, platform, clock, act } = options;
  const tray = new Tray(icons.usual);
  let cancel = (): void => undefined;

  const rebuild = (): void => {
    cancel();
    const state = options.state();
    const notice = trayNotice(state);
    tray.setImage(notice === null ? icons.usual : icons.attention);
    tray.setToolTip(notice === null ? 'Keyfob' : `Keyfob: ${notice}`);
    tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(state).map((item) => menuItem(item, options))));
    const expiry = nextExpiry(state);
    const wait = expiry === null ? LONGEST_WAIT_MS : Math.min(expiry - state.now, LONGEST_WAIT_MS);
    cancel = clock.schedule(rebuild, wait);
  };

  // On macOS a click opens the menu by itself.
  if (platform !== 'darwin') {
    tray.on('click', () => {
      act('open');
    });
  }
  rebuild();
  return {
    refresh() {
      cancel();
      cancel = clock.schedule(rebuild, SETTLE_MS);
    },
    destroy() {
      cancel();
      tray.destroy();
    },
  };
}

function menuItem(item: TrayItem, { copyKey, switchProfile, act }: TrayOptions): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'key':
      return {
        label: item.label,
        click: () => {
          copyKey(item.apiKeyId);
        },
      };
    case 'action':
      return {
        label: item.label,
        click: () => {
          act(item.action);
        },
      };
    case 'profiles':
      return {
        label: item.label,
        submenu: item.profiles.map(({ id, label, isActive }) => ({
          label,
          type: 'checkbox',
          checked: isActive,
          click: () => {
            switchProfile(id);
          },
        })),
      };
    case 'text':
      return { label: item.label, enabled: false };
    case 'separator':
      return { type: 'separator' };
    default:
      return assertNever(item);
  }
}
