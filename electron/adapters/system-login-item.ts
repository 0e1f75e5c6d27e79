import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { App } from 'electron';
import type { LoginItem } from '../ports/login-item.ts';
import { electronLoginItem } from './electron-login-item.ts';
import { xdgLoginItem } from './xdg-login-item.ts';

/** The login item of the system that runs. `command`: the program and its arguments. */
export function systemLoginItem(
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>,
  command: readonly string[],
): LoginItem {
  if (process.platform === 'darwin' || process.platform === 'win32')
    return electronLoginItem(app, command.slice(1));
  return xdgLoginItem({ file: join(configFolder(), 'autostart', 'keyfob.desktop'), command });
}

/** A relative path in it is to be ignored. https://specifications.freedesktop.org/basedir-spec/latest/ */
function configFolder(): string {
  const named = process.env['XDG_CONFIG_HOME'] ?? '';
  return isAbsolute(named) ? named : join(homedir(), '.config');
}
