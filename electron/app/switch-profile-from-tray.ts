import type { Result } from '../../shared/domain/app-error.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import type { Logger } from '../ports/logger.ts';
import type { Notifier } from '../ports/notifier.ts';
import { describeBug } from './describe-bug.ts';
import type { Speaker } from './speaker.ts';

export interface SwitchProfileParts {
  readonly profiles: { readonly switchTo: (id: string) => Result<Profile> };
  readonly notifier: Notifier;
  readonly logger: Logger;
  readonly speaker: Speaker;
}

/** Switches, and tells that it was done or why not: the tray's menu is closed by then. Never throws. */
export function switchProfileFromTray(parts: SwitchProfileParts, id: string): void {
  const { profiles, notifier, logger, speaker } = parts;
  const texts = speaker.texts();
  try {
    const switched = profiles.switchTo(id);
    if (switched.ok) {
      notifier.show({
        title: texts.profileSwitched.title(switched.value.name),
        body: texts.profileSwitched.body,
      });
      return;
    }
    const { message, remedy } = speaker.speech().wordsOf(switched.error);
    notifier.show({ title: texts.profileNotSwitched, body: `${message} ${remedy}`.trim() });
  } catch (error) {
    if (!(error instanceof LedgerUnavailableError)) {
      logger.error('Switching the profile from the tray failed', { bug: describeBug(error) });
    }
    notifier.show({ title: texts.profileNotSwitched, body: texts.openToSeeWhy });
  }
}
