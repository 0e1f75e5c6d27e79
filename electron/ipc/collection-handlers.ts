import type { collectionCommands } from '../../shared/contract/collection-commands.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { BUILT_IN_COLLECTION_ID } from '../../shared/domain/collection.ts';
import type { ChosenFolder } from '../collections/chosen-folder.ts';
import type { CollectionLibrary } from '../collections/collection-library.ts';
import type { Handlers } from './handlers.ts';

type Nothing = Record<string, never>;

export function collectionHandlers(
  library: CollectionLibrary,
  chosenFolder: ChosenFolder,
): Pick<Handlers, keyof typeof collectionCommands> {
  const { files } = library;
  /** The built-in collection is no file. */
  const inFile = <Value>(id: string, work: () => Promise<Result<Value>>): Promise<Result<Value>> =>
    id === BUILT_IN_COLLECTION_ID ? Promise.resolve(failed('collection-read-only')) : work();
  const change = async (id: string, work: () => Promise<Result<null>>): Promise<Result<Nothing>> =>
    emptied(await inFile(id, work));
  return {
    'collections.list': () => library.list(),
    'collections.get': ({ id }) => library.get(id),
    'collections.getRequest': (place) => library.getRequest(place),
    'collections.getAuth': ({ collectionId, itemId }) =>
      inFile(collectionId, () => files.authOf(collectionId, itemId)),
    'collections.showFile': ({ id }) => change(id, () => chosenFolder.showFile(id)),
    'collections.getFolder': () => ok(chosenFolder.get()),
    'collections.chooseFolder': () => chosenFolder.choose(),
    'collections.useOwnFolder': () => chosenFolder.useOwn(),
    'collections.setService': async ({ id, serviceId }) => emptied(await library.setService(id, serviceId)),
    'collections.create': ({ name }) => files.create(name),
    'collections.addSample': () => library.addSample(),
    'collections.rename': ({ id, name }) => change(id, () => files.rename(id, name)),
    'collections.duplicate': ({ id }) => inFile(id, () => files.duplicate(id)),
    'collections.delete': ({ id }) => inFile(id, () => files.remove(id)),
    'collections.setVariables': ({ id, rows }) => change(id, () => files.setVariables(id, rows)),
    'collections.setDescription': ({ description, ...part }) =>
      change(part.collectionId, () => files.setDescription(part, description)),
    'collections.setAuth': ({ keyChoice, ...part }) =>
      change(part.collectionId, () => files.setAuth(part, keyChoice)),
    'collections.addFolder': (input) => inFile(input.collectionId, () => files.addFolder(input)),
    'collections.addRequest': (input) => inFile(input.collectionId, () => files.addRequest(input)),
    'collections.saveRequest': (input) => inFile(input.collectionId, () => files.saveRequest(input)),
    'collections.renameItem': ({ name, ...place }) =>
      change(place.collectionId, () => files.renameItem(place, name)),
    'collections.duplicateItem': (place) => inFile(place.collectionId, () => files.duplicateItem(place)),
    'collections.moveItem': ({ place, ...from }) =>
      change(from.collectionId, () => files.moveItem(from, place)),
    'collections.moveItemTo': ({ toCollectionId, place, ...from }) =>
      inFile(from.collectionId, () =>
        inFile(toCollectionId, () => files.moveItemTo({ from, to: { collectionId: toCollectionId, place } })),
      ),
    'collections.deleteItem': (place) => inFile(place.collectionId, () => files.removeItem(place)),
    'collections.undo': async ({ undoId }) => emptied(await files.undo(undoId)),
  };
}

function emptied(result: Result<null>): Result<Nothing> {
  return result.ok ? ok({}) : result;
}
