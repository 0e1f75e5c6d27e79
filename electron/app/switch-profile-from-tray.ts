import type { Result } from '../../shared/domain/app-error.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import type { Logger } from '../ports/logger.ts';
import type { Notifier } from '../ports/notifier.ts';
import { describeBug } from './describe-bug.ts';

export interface SwitchProfileParts {
  readonly profiles: { readonly switchTo: (id: string) => Result<Profile> };
  readonly notifier: Notifier;
  readonly logger: Logger;
}

/** Switches, and tells that it was done or why not: the tray's menu is closed by then. Never throws. */
export function switchProfileFromTray({ profiles, notifier, logger }: SwitchProfileParts, id: string): void {
  try {
    const switched = profiles.switchTo(id);
    if (switched.ok) {
      notifier.show({
        title: `Profile “${switched.value.name}”`,
        body: 'Its keys are the default keys now.',
      });
      return;
    }
    const { message, remedy } = switched.error;
    notifier.show({ title: 'The profile was not switched', body: `${message} ${remedy}`.trim() });
  } catch (error) {
    if (!(error instanceof LedgerUnavailableError)) {
      logger.error('Switching the profile from the tray failed', { bug: describeBug(error) });
    }
    notifier.show({ title: 'The profile was not switched', body: 'Open Keyfob to see why.' });
  }
}
