import type { MenuItemConstructorOptions } from 'electron';
import { API_KEYS, GENERATE_KEY, NEW_REQUEST, SETTINGS, type Destination } from './navigation.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** A packaged app has no developer tools and no reload. */
  readonly isPackaged: boolean;
  readonly goTo: (destination: Destination) => void;
  readonly lock: () => void;
}

/** The application menu. The roles bring their own labels and shortcuts. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin';
  const settings = item('Settings…', 'CmdOrCtrl+,', () => {
    options.goTo(SETTINGS);
  });
  return [
    ...(isMac ? [macMenu(settings)] : []),
    fileMenu(options, settings),
    { role: 'editMenu' },
    viewMenu(options.isPackaged),
    { role: 'windowMenu' },
  ];
}

function item(label: string, accelerator: string, click: () => void): MenuItemConstructorOptions {
  return { label, accelerator, click };
}

function macMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    label: 'Keyfob',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      settings,
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit', label: 'Quit Keyfob' },
    ],
  };
}

function fileMenu(options: MenuOptions, settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  const go = (destination: Destination) => () => {
    options.goTo(destination);
  };
  const common = [
    item('New Request', 'CmdOrCtrl+N', go(NEW_REQUEST)),
    item('Generate API Key…', 'CmdOrCtrl+Shift+N', go(GENERATE_KEY)),
    item('API Keys', 'CmdOrCtrl+Shift+K', go(API_KEYS)),
    item('Lock Keyfob', 'CmdOrCtrl+L', options.lock),
  ];
  const last: MenuItemConstructorOptions[] =
    options.platform === 'darwin'
      ? [{ role: 'close' }]
      : [
          settings,
          { type: 'separator' },
          { role: 'close' },
          { role: 'quit', label: 'Quit Keyfob', accelerator: 'Ctrl+Q' },
        ];
  return { label: '&File', submenu: [...common, { type: 'separator' }, ...last] };
}

function viewMenu(isPackaged: boolean): MenuItemConstructorOptions {
  const developer: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  return {
    label: '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...developer,
    ],
  };
}
