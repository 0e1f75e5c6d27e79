import { ok } from '../../shared/domain/app-error.ts';
import type { BodyFile } from '../../shared/domain/body-file.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';

/** The file that the person chooses, every time. */
export const CHOSEN_PATH = '/home/you/report.csv';

export function fakeFileHandlers(publish: Publish): HandlersOf<'files'> {
  const chosen = new Map<string, Set<string>>();
  const described = (path: string): BodyFile => {
    const origins = chosen.get(path);
    return origins === undefined
      ? { path, state: 'not-chosen', size: null, origins: [] }
      : { path, state: 'ready', size: 4_300, origins: [...origins] };
  };
  return {
    'files.choose': ({ origin }) => {
      chosen.set(CHOSEN_PATH, new Set(origin === null ? [] : [origin]));
      publish('files.changed', {});
      return ok(described(CHOSEN_PATH));
    },
    'files.takeBack': ({ path, origin }) => {
      chosen.get(path)?.delete(origin);
      publish('files.changed', {});
      return ok({});
    },
    'files.list': () => ok([...chosen.keys()].map((path) => ({ ...described(path), collectionId: '' }))),
    'files.forget': ({ path }) => {
      chosen.delete(path);
      publish('files.changed', {});
      return ok({});
    },
    'files.forgetAll': () => {
      chosen.clear();
      publish('files.changed', {});
      return ok({});
    },
    'files.describe': ({ paths }) => ok(paths.map(described)),
  };
}
