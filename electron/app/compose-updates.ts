import type { App } from 'electron';
import { createUpdates, type Updates, type UpdatesOptions } from '../updates/updates.ts';

/** Newer versions of the program that runs, for copies that somebody publishes. */
export function composeUpdates(
  app: Pick<App, 'quit' | 'getVersion'>,
  parts: Omit<UpdatesOptions, 'quit' | 'currentVersion'>,
): Updates {
  return createUpdates({
    ...parts,
    currentVersion: app.getVersion(),
    quit: () => {
      app.quit();
    },
  });
}
