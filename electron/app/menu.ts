import type { MenuItemConstructorOptions } from 'electron';
import { shortcuts } from '../../shared/domain/shortcuts.ts';
import type { DesktopTexts } from './speaker.ts';
import type { ZoomStep } from './zoom.ts';
import { API_KEYS, GENERATE_KEY, NEW_REQUEST, SETTINGS, type Destination } from './navigation.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** A packaged app has no developer tools and no reload. */
  readonly isPackaged: boolean;
  readonly goTo: (destination: Destination) => void;
  readonly lock: () => void;
  readonly showShortcuts: () => void;
  /** Not by a role: a role's zoom is not told, and could not be kept. */
  readonly zoom: (step: ZoomStep) => void;
  readonly texts: DesktopTexts['menu'];
}

/** The application menu. The roles bring their own labels and shortcuts. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin';
  const settings = item(options.texts.settings, shortcuts.settings.keys[0], () => {
    options.goTo(SETTINGS);
  });
  return [
    ...(isMac ? [macMenu(options.texts, settings)] : []),
    fileMenu(options, settings),
    { role: 'editMenu' },
    viewMenu(options),
    { role: 'windowMenu' },
    helpMenu(options),
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
      { role: 'services' },
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
    item(texts.newRequest, shortcuts.newRequest.keys[0], go(NEW_REQUEST)),
    item(texts.generateKey, shortcuts.generateKey.keys[0], go(GENERATE_KEY)),
    item(texts.apiKeys, shortcuts.apiKeys.keys[0], go(API_KEYS)),
    item(texts.lock, shortcuts.lock.keys[0], options.lock),
  ];
  const last: MenuItemConstructorOptions[] =
    options.platform === 'darwin'
      ? [{ role: 'close' }]
      : [
          settings,
          { type: 'separator' },
          { role: 'close' },
          { role: 'quit', label: texts.quit, accelerator: shortcuts.quit.keys[0] },
        ];
  return { label: texts.file, submenu: [...common, { type: 'separator' }, ...last] };
}

function viewMenu({
  isPackaged,
  texts,
  zoom,
}: Pick<MenuOptions, 'isPackaged' | 'texts' | 'zoom'>): MenuItemConstructorOptions {
  const zoomItem = (label: string, accelerator: string, step: ZoomStep) =>
    item(label, accelerator, () => {
      zoom(step);
    });
  const hidden = { visible: false, acceleratorWorksWhenHidden: true };
  const developer: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  return {
    label: texts.view,
    submenu: [
      zoomItem(texts.resetZoom, shortcuts.resetZoom.keys[0], 'reset'),
      zoomItem(texts.zoomIn, shortcuts.zoomIn.keys[0], 'in'),
      // Plus needs Shift on many keyboards; the key alone does too.
      { ...zoomItem(texts.zoomIn, 'CmdOrCtrl+=', 'in'), ...hidden },
      zoomItem(texts.zoomOut, shortcuts.zoomOut.keys[0], 'out'),
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...developer,
    ],
  };
}

/** macOS puts its own search into a menu of this role. */
function helpMenu({
  texts,
  showShortcuts,
}: Pick<MenuOptions, 'texts' | 'showShortcuts'>): MenuItemConstructorOptions {
  return { role: 'help', label: texts.help, submenu: [{ label: texts.shortcuts, click: showShortcuts }] };
}
