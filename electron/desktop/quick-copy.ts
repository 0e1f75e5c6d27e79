import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { DesktopState } from '../../shared/domain/desktop-state.ts';
import type { KeyCopier } from '../keys/copy-key.ts';
import type { GlobalShortcuts } from '../ports/global-shortcuts.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';

export interface QuickCopyPalette {
  readonly toggle: () => void;
  /** Hidden, the program that had the focus before has it again. */
  readonly hide: () => void;
}

export interface QuickCopyOptions {
  readonly preferences: PreferenceStore;
  readonly shortcuts: GlobalShortcuts;
  readonly palette: QuickCopyPalette;
  readonly copier: Pick<KeyCopier, 'copy'>;
  readonly showKeyfob: () => void;
  readonly asksDesktop: boolean;
}

type Nothing = Record<string, never>;
type Choice = Pick<DesktopState['quickCopy'], 'isOn' | 'shortcut'>;

export interface QuickCopy {
  readonly state: () => DesktopState['quickCopy'];
  /** Takes the shortcut first and gives the old one back then, so that a refusal changes nothing. `shortcut-taken`. */
  readonly set: (choice: Choice) => Result<Nothing>;
  /** Copies a key and closes the palette; it stays open to say why it was refused. */
  readonly copy: (id: string) => Promise<Result<Nothing>>;
  readonly close: () => Result<Nothing>;
  readonly openKeyfob: () => Result<Nothing>;
  /** What the shortcut does, for a start of Keyfob that asks for it (`--quick-copy`). Nothing while it is off. */
  readonly toggle: () => void;
  readonly stop: () => void;
}

/** Copies a key from any program: a shortcut opens a small window, Enter copies, and the focus goes back. Off until switched on. */
export function createQuickCopy(options: QuickCopyOptions): QuickCopy {
  const { preferences, shortcuts, palette, copier, showKeyfob, asksDesktop } = options;
  let taken: string | null = null;

  const chosen = (): Choice => {
    const { isQuickCopyOn: isOn, quickCopyShortcut: shortcut } = preferences.get();
    return { isOn, shortcut };
  };
  const toggle = (): void => {
    if (chosen().isOn) palette.toggle();
  };
  const release = (): void => {
    if (taken !== null) shortcuts.unregister(taken);
    taken = null;
  };
  const take = (shortcut: string): boolean => {
    if (taken === shortcut) return true;
    if (!shortcuts.register(shortcut, toggle)) return false;
    release();
    taken = shortcut;
    return true;
  };

  const start = chosen();
  if (start.isOn) take(start.shortcut);
  return {
    state() {
      const { isOn, shortcut } = chosen();
      return { isOn, shortcut, isTaken: isOn && taken !== shortcut, asksDesktop };
    },
    set({ isOn, shortcut }) {
      // A shortcut that is only chosen is tried as well: it is said now and not at some later switching on.
      if (!take(shortcut)) return failed('shortcut-taken');
      if (!isOn) {
        release();
        palette.hide();
      }
      preferences.set({ isQuickCopyOn: isOn, quickCopyShortcut: shortcut });
      return ok({});
    },
    async copy(id) {
      const copied = await copier.copy(id, 'quick-copy');
      if (!copied.ok) return copied;
      palette.hide();
      return ok({});
    },
    close() {
      palette.hide();
      return ok({});
    },
    openKeyfob() {
      palette.hide();
      showKeyfob();
      return ok({});
    },
    toggle,
    stop: release,
  };
}
