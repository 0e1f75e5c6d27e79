import type { App } from 'electron';
import { HIDDEN_SWITCH } from './start-hidden.ts';

type Program = Pick<NodeJS.Process, 'execPath' | 'env'>;

/** What starts this Keyfob again, hidden: the same program on the same folder, which is empty where none was chosen. */
export function loginCommand(
  app: Pick<App, 'isPackaged' | 'getAppPath'>,
  userDataFolder: string,
  { execPath, env }: Program = process,
): readonly string[] {
  return [
    // An AppImage's program lies in a folder that is gone when it quits; in development the program is Electron itself.
    ...(app.isPackaged ? [env['APPIMAGE'] ?? execPath] : [execPath, app.getAppPath()]),
    ...(userDataFolder === '' ? [] : [`--user-data-dir=${userDataFolder}`]),
    HIDDEN_SWITCH,
  ];
}
