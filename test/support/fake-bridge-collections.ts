import { builtInRequest } from '../../electron/postman/built-in-collection.ts';
import { failed, ok } from '../../shared/domain/app-error.ts';
import { requestsIn } from '../../shared/domain/collection.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** The built-in collection alone: there are no files behind the fake. */
export function fakeCollectionHandlers(state: FakeState, publish: Publish): HandlersOf<'collections'> {
  const refused = () => failed('collection-read-only');
  return {
    'collections.list': () =>
      ok(
        state.collections.map(({ id, name, isBuiltIn, serviceId, fileName, items }) => ({
          id,
          name,
          isBuiltIn,
          serviceId,
          fileName,
          requestCount: requestsIn(items).length,
          problem: null,
        })),
      ),
    'collections.get': ({ id }) => {
      const collection = state.collections.find((candidate) => candidate.id === id);
      return collection === undefined ? failed('not-found') : ok(collection);
    },
    'collections.getRequest': ({ itemId }) => {
      const request = builtInRequest(itemId);
      if (request === null) return failed('not-found');
      const inherit = { kind: 'inherit' } as const;
      return ok({
        ...request,
        revision: '',
        auth: { own: inherit, inherited: inherit, inheritedFrom: null },
        notes: [],
        unsendable: null,
      });
    },
    'collections.setService': ({ id, serviceId }) => {
      state.collections = state.collections.map((each) => (each.id === id ? { ...each, serviceId } : each));
      publish('preferences.changed', state.preferences);
      return ok({});
    },
    'collections.create': refused,
    'collections.rename': refused,
    'collections.duplicate': refused,
    'collections.delete': refused,
    'collections.setVariables': refused,
    'collections.setDescription': refused,
    'collections.setAuth': refused,
    'collections.addFolder': refused,
    'collections.addRequest': refused,
    'collections.saveRequest': refused,
    'collections.renameItem': refused,
    'collections.duplicateItem': refused,
    'collections.moveItem': refused,
    'collections.deleteItem': refused,
    'collections.undo': refused,
  };
}
