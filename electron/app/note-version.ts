import { isNewer } from '../../shared/domain/release-notes.ts';
import type { Logger } from '../ports/logger.ts';
import { PreferenceWriteError, type PreferenceStore } from '../ports/preference-store.ts';

/** What was new is shown after an update: not at the first start, and not of a version that is gone back to. */
export function noteVersion(
  store: PreferenceStore,
  { version, logger }: { readonly version: string; readonly logger: Logger },
): void {
  const { seenVersion } = store.get();
  if (seenVersion !== null && (seenVersion === version || isNewer(version, seenVersion))) return;
  try {
    store.set({ seenVersion: version });
  } catch (error) {
    if (!(error instanceof PreferenceWriteError)) throw error;
    logger.warn('It could not be kept which version ran');
  }
}
