import type { Clock } from '../ports/clock.ts';
import type { CollectionFolder } from './collection-folder.ts';

/** Programs write a file in several steps; one notice follows them all. */
const SETTLE_MS = 150;

export interface CollectionWatch {
  /** Watches a folder that did not exist before; to be called when it may exist now. */
  readonly rearm: () => void;
  readonly stop: () => void;
}

/** Tells when something in the collections folder changed, whoever changed it. */
export function watchCollections(
  folder: Pick<CollectionFolder, 'watch'>,
  clock: Clock,
  onChange: () => void,
): CollectionWatch {
  let cancel = (): void => undefined;
  const changed = (): void => {
    cancel();
    cancel = clock.schedule(onChange, SETTLE_MS);
  };
  let unwatch = folder.watch(changed);
  return {
    rearm: () => {
      unwatch();
      unwatch = folder.watch(changed);
    },
    stop: () => {
      cancel();
      unwatch();
    },
  };
}
