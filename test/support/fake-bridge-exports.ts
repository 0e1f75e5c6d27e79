import { failed, ok } from '../../shared/domain/app-error.ts';
import type { HandlersOf } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** Writes no file: answers as if the person had chosen the name that is suggested. */
export function fakeExportHandlers(state: FakeState): HandlersOf<'exports'> {
  return {
    'exports.saveCollection': ({ id }) => {
      const found = state.collections.find((each) => each.id === id);
      if (found === undefined) return failed('not-found');
      return ok({ kind: 'saved', fileName: `${found.name}.postman_collection.json` });
    },
    'exports.saveEnvironment': ({ id }) => {
      const found = state.environments.find((each) => each.id === id);
      return found === undefined ? failed('not-found') : ok({ kind: 'saved', fileName: found.fileName });
    },
    'exports.saveHar': ({ id }) =>
      state.history.some(({ entry }) => entry.id === id)
        ? ok({ kind: 'saved', fileName: 'example.com.har' })
        : failed('not-found'),
    'exports.getSnippet': ({ draft, language }) =>
      draft.url === ''
        ? failed('request-invalid', { message: 'The request has no URL.', field: 'url' })
        : ok({
            code: `${language}: ${draft.method} '${draft.url}' -H 'X-API-Key: '"$KEYFOB_KEY"''`,
            placeholders: ['KEYFOB_KEY'],
          }),
  };
}
