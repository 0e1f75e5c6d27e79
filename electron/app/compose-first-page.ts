import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from 'electron';
import { createFirstPage, type FirstPage } from '../first-page/first-page.ts';
import { createFirstPageDrawer } from '../first-page/first-page-drawer.ts';
import type { Logger } from '../ports/logger.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { MainWindow } from './window.ts';
import { DEFAULT_SIZE } from './window-placement.ts';

export interface FirstPageAppParts {
  readonly app: Pick<App, 'getLocale' | 'getPreferredSystemLanguages'>;
  /** The folder of the build. */
  readonly out: string;
  readonly store: PreferenceStore;
  readonly logger: Logger;
  readonly window: () => Pick<MainWindow, 'current'>;
  /** Started without a window: the thread starts with the first one. */
  readonly isHidden: boolean;
}

/** Chromium's zoom: 1.2 to the power of the level. */
const ZOOM_STEP = 1.2;

/** What the start page is drawn by, ready when the window asks for it. */
export function composeFirstPage(parts: FirstPageAppParts): FirstPage {
  const { app, out, store, logger, window, isHidden } = parts;
  const drawer = createFirstPageDrawer({
    workerFile: join(out, 'main', 'first-page-worker.js'),
    drawingFile: join(out, 'first-page', 'draw-first-page.mjs'),
    logger,
  });
  if (!isHidden) drawer.warm();
  return createFirstPage({
    ...{ drawer, logger },
    readTemplate: () => readFile(join(out, 'renderer', 'first-page.html'), 'utf8'),
    languages: () => pageLanguages(app),
    height: () => {
      const { height } = window().current()?.getContentBounds() ?? DEFAULT_SIZE;
      return Math.ceil(height / ZOOM_STEP ** store.get().zoomLevel);
    },
  });
}

/** `navigator.languages` of Electron's pages: the app's own first, then the system's. */
function pageLanguages(app: FirstPageAppParts['app']): readonly string[] {
  return [...new Set([app.getLocale(), ...app.getPreferredSystemLanguages()])];
}
