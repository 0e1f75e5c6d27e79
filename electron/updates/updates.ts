import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { UpdateState } from '../../shared/domain/update-state.ts';
import { createUpdateFetching, type UpdateFetching } from './fetch-update.ts';
import { lookDaily, lookForUpdates } from './look-for-updates.ts';
import { createUpdateProgress, NOTHING_ASKED, type UpdateParts } from './update-progress.ts';

export interface UpdatesOptions extends UpdateParts {
  /** Ends Keyfob as its menu does. */
  readonly quit: () => void;
}

export interface Updates extends UpdateFetching {
  state(): UpdateState;
  setEnabled(isEnabled: boolean): Result<UpdateState>;
  check(): Result<UpdateState>;
  restart(): Result<Record<string, never>>;
  /** Looks once a day while the person agrees; returns the way to stop. */
  watch(): () => void;
  /** The last step of quitting: installs when _Restart now_ was pressed. */
  installIfAsked(): void;
}

/** Looks for newer versions and fetches them, when the person agreed and as far as they say. */
export function createUpdates({ quit, ...parts }: UpdatesOptions): Updates {
  const { feed, preferences } = parts;
  const progress = createUpdateProgress(parts);
  const { state } = progress;
  const { download, cancel } = createUpdateFetching(parts, progress);
  const check = (): Result<UpdateState> => lookForUpdates(parts, progress);
  let isRestartAsked = false;
  return {
    ...{ state, check, download, cancel },
    setEnabled(isEnabled) {
      if (feed.support() !== 'supported') return ok(state());
      preferences.set({ checksForUpdates: isEnabled });
      if (isEnabled) return check();
      cancel();
      feed.discard();
      return progress.move(NOTHING_ASKED);
    },
    restart() {
      if (state().kind !== 'ready') return ok({});
      isRestartAsked = true;
      quit();
      return ok({});
    },
    watch() {
      const stop = lookDaily(parts, progress);
      return () => {
        stop();
        cancel();
      };
    },
    installIfAsked() {
      if (isRestartAsked) feed.install();
    },
  };
}
