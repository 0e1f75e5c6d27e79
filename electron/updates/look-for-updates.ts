import { ok, type Result } from '../../shared/domain/app-error.ts';
import { DAY_MS } from '../../shared/domain/expiry.ts';
import { isNewerVersion, type UpdateState } from '../../shared/domain/update-state.ts';
import { describeBug } from '../app/describe-bug.ts';
import { plainNotes } from './plain-notes.ts';
import type { UpdateParts, UpdateProgress } from './update-progress.ts';

/** Not while Keyfob starts, and then as often as a day can have passed. */
const FIRST_LOOK_MS = 60_000;
const INTERVAL_MS = 3_600_000;

/** Asks the host, unless something is going on already; answers what is begun. */
export function lookForUpdates(parts: UpdateParts, progress: UpdateProgress): Result<UpdateState> {
  const shown = progress.state();
  if (shown.kind !== 'idle' && shown.kind !== 'available' && shown.kind !== 'failed') return ok(shown);
  // Also when it fails: a host that is down is not asked every hour.
  parts.preferences.set({ updatesCheckedAt: parts.clock.now() });
  const begun = progress.move({ kind: 'checking' });
  void look(parts, progress);
  return begun;
}

async function look({ feed, clock, currentVersion }: UpdateParts, progress: UpdateProgress): Promise<void> {
  // Else the person no longer agrees.
  const isWanted = (): boolean => progress.current().kind === 'checking';
  try {
    const found = await feed.look();
    if (!isWanted()) return;
    if (found === null || !isNewerVersion(found.version, currentVersion))
      progress.move({ kind: 'idle', checkedAt: clock.now() });
    else
      progress.move({
        kind: 'available',
        update: { version: found.version, notes: plainNotes(found.notes) },
      });
  } catch (error) {
    if (isWanted()) progress.fail(error, { update: null, otherwise: 'update-check-failed' });
  }
}

/** Looks once a day, over restarts too, while the person agrees; returns the way to stop. */
export function lookDaily(parts: UpdateParts, progress: UpdateProgress): () => void {
  const { preferences, clock, logger } = parts;
  let stop = (): void => undefined;
  const lookWhenDue = (): void => {
    stop = clock.schedule(lookWhenDue, INTERVAL_MS);
    const { updatesCheckedAt } = preferences.get();
    const age = updatesCheckedAt === null ? DAY_MS : clock.now() - updatesCheckedAt;
    // A clock that went back must not silence it.
    if (age >= 0 && age < DAY_MS) return;
    try {
      lookForUpdates(parts, progress);
    } catch (error) {
      // The disk refused to note it; asking every hour instead is not what was agreed.
      logger.warn('The daily look for a newer version was left out', { bug: describeBug(error) });
    }
  };
  stop = clock.schedule(lookWhenDue, FIRST_LOOK_MS);
  return () => {
    stop();
  };
}
