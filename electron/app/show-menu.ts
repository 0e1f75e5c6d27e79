import { app, Menu } from 'electron';
import type { Publisher } from '../ipc/publish.ts';
import { menuTemplate, type MenuOptions } from './menu.ts';
import type { Speaker } from './speaker.ts';
import type { MainWindow } from './window.ts';

export interface ShownMenuParts extends Pick<MenuOptions, 'goTo' | 'showShortcuts' | 'lock'> {
  readonly speaker: Speaker;
  readonly publisher: Publisher;
  readonly window: Pick<MainWindow, 'zoom'>;
}

/** The application menu, in the language of the moment. */
export function showMenu(parts: ShownMenuParts): void {
  const { goTo, showShortcuts, lock, window, speaker, publisher } = parts;
  const common = { platform: process.platform, isPackaged: app.isPackaged, zoom: window.zoom };
  const build = (): void => {
    const { menu: texts } = speaker.texts();
    const menu = menuTemplate({ ...common, goTo, lock, showShortcuts, texts });
    Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
  };
  let { language } = speaker.speech();
  build();
  publisher.onPublished((event) => {
    if (event !== 'preferences.changed' || speaker.speech().language === language) return;
    ({ language } = speaker.speech());
    build();
  });
}
