import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { DesktopState } from '../../shared/domain/desktop-state.ts';
import type { Publish } from '../keys/publish.ts';
import { LoginItemError, type LoginItem } from '../ports/login-item.ts';
import type { QuickCopy } from './quick-copy.ts';

export interface Desktop {
  state(): DesktopState;
  setOpenAtLogin(isOn: boolean): Result<DesktopState>;
  setQuickCopy(choice: Pick<DesktopState['quickCopy'], 'isOn' | 'shortcut'>): Result<DesktopState>;
}

interface DesktopOptions {
  readonly loginItem: LoginItem;
  readonly quickCopy: Pick<QuickCopy, 'state' | 'set'>;
  readonly publish: Publish;
}

/** What the settings say about the desktop. */
export function createDesktop({ loginItem, quickCopy, publish }: DesktopOptions): Desktop {
  const state = (): DesktopState => ({ opensAtLogin: loginItem.isOn(), quickCopy: quickCopy.state() });
  const changed = (): Result<DesktopState> => {
    publish('desktop.changed', {});
    return ok(state());
  };
  return {
    state,
    setOpenAtLogin(isOn) {
      try {
        loginItem.set(isOn);
      } catch (error) {
        if (!(error instanceof LoginItemError)) throw error;
        return failed('login-item-refused');
      }
      return changed();
    },
    setQuickCopy(choice) {
      const set = quickCopy.set(choice);
      return set.ok ? changed() : set;
    },
  };
}
