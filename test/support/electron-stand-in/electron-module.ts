import { createElectron } from './create-electron.ts';
import { readOptions } from './options.ts';

/** What `import … from 'electron'` is in a process of the stand-in. One a process, as Electron's own module is. */
const created = createElectron(readOptions());

export const { controls } = created;
export const {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  webContents,
} = created.electron;
// eslint-disable-next-line no-restricted-exports -- electron-store imports Electron's module as a whole.
export default created.electron;
