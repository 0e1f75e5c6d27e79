import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { Update, UpdateState } from '../../shared/domain/update-state.ts';
import type { UpdateParts, UpdateProgress } from './update-progress.ts';

export interface UpdateFetching {
  /** Begins to fetch what was found. */
  readonly download: () => Result<UpdateState>;
  readonly cancel: () => Result<UpdateState>;
}

export function createUpdateFetching(parts: UpdateParts, progress: UpdateProgress): UpdateFetching {
  let running: AbortController | null = null;
  return {
    download() {
      const shown = progress.state();
      const update = shown.kind === 'available' || shown.kind === 'failed' ? shown.update : null;
      if (update === null) return ok(shown);
      running = new AbortController();
      const begun = progress.move({ kind: 'downloading', update, percent: 0 });
      void fetchUpdate(parts, progress, { update, signal: running.signal });
      return begun;
    },
    cancel() {
      running?.abort();
      running = null;
      const now = progress.current();
      return now.kind === 'downloading'
        ? progress.move({ kind: 'available', update: now.update })
        : ok(progress.state());
    },
  };
}

interface Fetch {
  readonly update: Update;
  readonly signal: AbortSignal;
}

async function fetchUpdate(
  { feed }: UpdateParts,
  progress: UpdateProgress,
  { update, signal }: Fetch,
): Promise<void> {
  const onProgress = (share: number): void => {
    const percent = Math.floor(Math.min(1, Math.max(0, share)) * 100);
    const now = progress.current();
    if (signal.aborted || now.kind !== 'downloading' || now.percent === percent) return;
    progress.move({ kind: 'downloading', update, percent });
  };
  try {
    await feed.download({ signal, onProgress });
    if (signal.aborted) feed.discard();
    else progress.move({ kind: 'ready', update });
  } catch (error) {
    if (!signal.aborted) progress.fail(error, { update, otherwise: 'update-download-failed' });
  }
}
