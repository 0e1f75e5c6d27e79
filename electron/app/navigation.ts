import type { EventPayload } from '../../shared/contract/contract.ts';
import type { Publish } from '../keys/publish.ts';

/** What the tray and the menus can ask of the window. */
export type Destination = EventPayload<'navigation.requested'>;

export const GENERATE_KEY: Destination = { screen: 'api-keys', action: 'generate-key' };
export const NEW_REQUEST: Destination = { screen: 'requests', action: 'new-request' };
/** What waits is asked for by the window itself: a path never passes it. */
export const IMPORT_FILE: Destination = { screen: 'requests', action: 'import-opened' };
export const showKey = (apiKeyId: string): Destination => ({
  screen: 'api-keys',
  action: 'focus-key',
  apiKeyId,
});
/** Opens the question; the person still answers it. */
export const regenerateKey = (apiKeyId: string): Destination => ({
  screen: 'api-keys',
  action: 'regenerate-key',
  apiKeyId,
});
export const RUNS: Destination = { screen: 'runs', action: null };
export const showRun = (runId: string): Destination => ({ screen: 'runs', action: 'show-run', runId });
export const SETTINGS: Destination = { screen: 'settings', action: null };
export const API_KEYS: Destination = { screen: 'api-keys', action: null };

export interface Navigation {
  readonly goTo: (destination: Destination) => void;
  readonly showShortcuts: () => void;
}

/** Shows the window first: what is asked of a page that is not there would be lost. */
export function createNavigation(
  window: { readonly show: () => Promise<void> },
  publish: Publish,
): Navigation {
  return {
    goTo(destination) {
      void window.show().then(() => {
        publish('navigation.requested', destination);
      });
    },
    showShortcuts() {
      void window.show().then(() => {
        publish('shortcuts.requested', {});
      });
    },
  };
}
