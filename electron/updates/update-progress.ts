import { appError, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Update, UpdateState } from '../../shared/domain/update-state.ts';
import { describeBug } from '../app/describe-bug.ts';
import type { Publish } from '../keys/publish.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import { UpdateFailure, type UpdateFeed } from '../ports/update-feed.ts';

export interface UpdateParts {
  readonly feed: UpdateFeed;
  readonly preferences: PreferenceStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly publish: Publish;
  readonly currentVersion: string;
}

/** How far looking and fetching are, and who is told of it. */
export interface UpdateProgress {
  /** What is shown: nothing is going on in a copy that may not. */
  readonly state: () => UpdateState;
  /** What is going on. */
  readonly current: () => UpdateState;
  readonly move: (next: UpdateState) => Result<UpdateState>;
  readonly fail: (error: unknown, failure: Failure) => void;
}

interface Failure {
  readonly update: Update | null;
  /** For what is no `UpdateFailure`. */
  readonly otherwise: UpdateFailure['code'];
}

/** What is there before anything was asked. */
export const NOTHING_ASKED: UpdateState = { kind: 'idle', checkedAt: null };

export function createUpdateProgress({ feed, preferences, logger, publish }: UpdateParts): UpdateProgress {
  let current = NOTHING_ASKED;
  const state = (): UpdateState => {
    const support = feed.support();
    if (support !== 'supported') return { kind: 'unavailable', reason: support };
    return preferences.get().checksForUpdates ? current : { kind: 'off' };
  };
  const move = (next: UpdateState): Result<UpdateState> => {
    current = next;
    const shown = state();
    publish('updates.changed', shown);
    return ok(shown);
  };
  return {
    state,
    move,
    current: () => current,
    fail(error, { update, otherwise }) {
      const isExpected = error instanceof UpdateFailure;
      if (isExpected) logger.warn('An update failed', { code: error.code });
      else logger.error('An update failed', { bug: describeBug(error) });
      move({ kind: 'failed', error: appError(isExpected ? error.code : otherwise), update });
    },
  };
}
