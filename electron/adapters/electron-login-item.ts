import type { App } from 'electron';
import { LoginItemError, type LoginItem } from '../ports/login-item.ts';

/** On Windows the arguments are part of what is looked for; macOS has none, and tells by itself that it started the app. */
export function electronLoginItem(
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>,
  args: readonly string[],
): LoginItem {
  const isOn = (): boolean => app.getLoginItemSettings({ args: [...args] }).openAtLogin;
  return {
    isOn,
    set(wanted) {
      app.setLoginItemSettings({ openAtLogin: wanted, args: [...args] });
      // Neither system says that it refused.
      if (isOn() !== wanted) throw new LoginItemError('The system did not take the login item');
    },
  };
}
