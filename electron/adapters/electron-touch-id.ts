import type { SystemPreferences } from 'electron';
import type { TouchId } from '../ports/touch-id.ts';

type Asking = Pick<SystemPreferences, 'canPromptTouchID' | 'promptTouchID'>;

/**
 * Electron has these two methods on macOS alone. It asks for the presence of the user, so that the Mac's password answers where a
 * finger cannot be read. https://www.electronjs.org/docs/latest/api/system-preferences#systempreferencesprompttouchidreason-macos
 */
export function electronTouchId(system: Partial<Asking>): TouchId {
  return {
    isKnown: system.promptTouchID !== undefined,
    canAsk: () => system.canPromptTouchID?.() ?? false,
    async ask(reason) {
      try {
        if (system.promptTouchID === undefined) return false;
        await system.promptTouchID(reason);
        return true;
      } catch {
        // Cancelled, failed and impossible differ in the system's words alone.
        return false;
      }
    },
  };
}
