import { assertNever } from '../../shared/domain/assert-never.ts';
import type { Logger } from '../ports/logger.ts';
import type { Notifier } from '../ports/notifier.ts';
import { PreferenceWriteError, type PreferenceStore } from '../ports/preference-store.ts';
import type { Speaker } from './speaker.ts';

export interface CloseSituation {
  readonly isQuitting: boolean;
  readonly closeToTray: boolean;
  readonly isTrayHintShown: boolean;
}

export type CloseDecision =
  | { readonly kind: 'close' }
  | { readonly kind: 'hide'; readonly tellsOnce: boolean }
  | { readonly kind: 'quit' };

/** What closing the window means. Quit always quits. */
export function decideClose({ isQuitting, closeToTray, isTrayHintShown }: CloseSituation): CloseDecision {
  if (isQuitting) return { kind: 'close' };
  if (closeToTray) return { kind: 'hide', tellsOnce: !isTrayHintShown };
  return { kind: 'quit' };
}

export interface CloseToTrayParts {
  readonly lifecycle: { readonly isQuitting: () => boolean };
  readonly preferences: PreferenceStore;
  readonly notifier: Notifier;
  readonly logger: Logger;
  readonly speaker: Pick<Speaker, 'texts'>;
  readonly hide: () => void;
  readonly quit: () => void;
}

/** What the window does when it is closed; the first time it says that Keyfob is still there. */
export function closeToTray(parts: CloseToTrayParts): (preventClose: () => void) => void {
  return (preventClose) => {
    const { closeToTray: mayHide, isTrayHintShown } = parts.preferences.get();
    const isQuitting = parts.lifecycle.isQuitting();
    const decision = decideClose({ isQuitting, closeToTray: mayHide, isTrayHintShown });
    switch (decision.kind) {
      case 'close':
        return;
      case 'hide':
        preventClose();
        parts.hide();
        if (decision.tellsOnce) tellOnce(parts);
        return;
      case 'quit':
        preventClose();
        parts.quit();
        return;
      default:
        assertNever(decision);
    }
  };
}

function tellOnce({ preferences, notifier, logger, speaker }: CloseToTrayParts): void {
  notifier.show(speaker.texts().stillHere);
  try {
    preferences.set({ isTrayHintShown: true });
  } catch (error) {
    if (!(error instanceof PreferenceWriteError)) throw error;
    // It is told again next time; the window is hidden all the same.
    logger.warn('It could not be kept that the tray was explained');
  }
}
