import type { LocalApi } from '../local-api/local-api.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { LazyRequests } from './lazy-requests.ts';

export interface StartedParts {
  readonly preferences: Pick<PreferenceStore, 'get'>;
  readonly localApi: Pick<LocalApi, 'start'>;
  readonly requests: Pick<LazyRequests, 'load'>;
}

/** What starts by itself once the window is there. A Local API that does not start now starts when something needs it. */
export async function startServices({ preferences, localApi, requests }: StartedParts): Promise<void> {
  const starting = preferences.get().startLocalApi ? localApi.start() : null;
  await Promise.all([starting, requests.load()]);
}
