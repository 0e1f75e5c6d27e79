import { ok } from '../../shared/domain/app-error.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';

/** The file that the person chooses, every time. */
export const CHOSEN_PATH = '/home/you/report.csv';

export function fakeFileHandlers(publish: Publish): HandlersOf<'files'> {
  const chosen = new Set<string>();
  return {
    'files.choose': () => {
      chosen.add(CHOSEN_PATH);
      publish('files.changed', {});
      return ok({ path: CHOSEN_PATH, state: 'ready', size: 4_300 });
    },
    'files.describe': ({ paths }) =>
      ok(
        paths.map((path) =>
          chosen.has(path)
            ? { path, state: 'ready' as const, size: 4_300 }
            : { path, state: 'not-chosen' as const, size: null },
        ),
      ),
  };
}
