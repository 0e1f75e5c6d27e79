import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopTexts } from './speaker.ts';
import { API_KEYS, GENERATE_KEY, NEW_REQUEST, SETTINGS, type Destination } from './navigation.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** A packaged app has no developer tools and no reload. */
  readonly isPackaged: boolean;
  readonly goTo: (destination: Destination) => void;
  readonly lock: () => void;
  readonly texts: DesktopTexts['menu'];
}

/** The application menu. The roles bring their own labels and shortcuts. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin';
  const settings = item(options.texts.settings, 'CmdOrCtrl+,', () => {
    options.goTo(SETTINGS);
  });
  return [
    ...(isMac ? [macMenu(options.texts, settings)] : []),
    fileMenu(options, settings),
    { role: 'editMenu' },
    viewMenu(options),
    { role: 'windowMenu' },
  ];
}

function item(label: string, accelerator: string, click: () => void): MenuItemConstructorOptions {
  return { label, accelerator, click };
}

function macMenu(
  texts: MenuOptions['texts'],
  settings: MenuItemConstructorOptions,
): MenuItemConstructorOptions {
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
      { role: 'quit', label: texts.quit },
    ],
  };
}

function fileMenu(options: MenuOptions, settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  const { texts } = options;
  const go = (destination: Destination) => () => {
    options.goTo(destination);
  };
  const common = [
    item(texts.newRequest, 'CmdOrCtrl+N', go(NEW_REQUEST)),
    item(texts.generateKey, 'CmdOrCtrl+Shift+N', go(GENERATE_KEY)),
    item(texts.apiKeys, 'CmdOrCtrl+Shift+K', go(API_KEYS)),
    item(texts.lock, 'CmdOrCtrl+L', options.lock),
  ];
  const last: MenuItemConstructorOptions[] =
    options.platform === 'darwin'
      ? [{ role: 'close' }]
      : [
          settings,
          { type: 'separator' },
          { role: 'close' },
          { role: 'quit', label: texts.quit, accelerator: 'Ctrl+Q' },
        ];
  return { label: texts.file, submenu: [...common, { type: 'separator' }, ...last] };
}

function viewMenu({
  isPackaged,
  texts,
}: Pick<MenuOptions, 'isPackaged' | 'texts'>): MenuItemConstructorOptions {
  const developer: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  return {
    label: texts.view,
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
