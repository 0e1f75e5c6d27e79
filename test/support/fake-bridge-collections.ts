import { builtInRequest } from '../../electron/postman/built-in-collection.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import {
  BUILT_IN_COLLECTION_ID,
  requestsIn,
  type Collection,
  type CollectionItem,
  type OpenedRequest,
} from '../../shared/domain/collection.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';
import {
  authOf,
  draftOf,
  found,
  handedDown,
  INHERIT,
  inserted,
  itemIn,
  replaced,
  savedOf,
  standing,
  without,
  type FakeSaved,
} from './fake-collection-files.ts';

type CollectionHandlers = HandlersOf<'collections'>;

/** The built-in collection, and files in memory. */
export function fakeCollectionHandlers(state: FakeState, publish: Publish): CollectionHandlers {
  const context = createContext(state, publish);
  return {
    ...readHandlers(context),
    ...collectionHandlers(context),
    ...partHandlers(context),
    ...itemHandlers(context),
  };
}

interface Context {
  readonly state: FakeState;
  readonly publish: Publish;
  readonly undos: Map<string, () => void>;
  readonly collection: (id: string) => Collection | undefined;
  readonly put: (id: string, change: (collection: Collection) => Collection) => Result<Record<string, never>>;
  readonly saved: (collectionId: string, itemId: string) => FakeSaved | null;
  readonly keep: (collectionId: string, itemId: string, saved: FakeSaved) => void;
  readonly opened: (collectionId: string, itemId: string) => Result<OpenedRequest>;
  readonly undoable: (undo: () => void) => Result<{ undoId: string }>;
}

function createContext(state: FakeState, publish: Publish): Context {
  const undos = new Map<string, () => void>();
  const keyOf = (collectionId: string, itemId: string) => `${collectionId}/${itemId}`;
  const collection = (id: string) => state.collections.find((each) => each.id === id);
  const saved = (collectionId: string, itemId: string): FakeSaved | null => {
    const item = itemIn(collection(collectionId)?.items ?? [], itemId);
    if (item === null) return null;
    const kept = state.savedRequests.get(keyOf(collectionId, itemId));
    if (kept !== undefined || item.kind === 'folder') return kept ?? null;
    return savedOf(draftOf(item));
  };
  return {
    state,
    publish,
    undos,
    collection,
    saved,
    keep: (collectionId, itemId, value) => {
      state.savedRequests.set(keyOf(collectionId, itemId), value);
    },
    put: (id, change) => {
      const before = collection(id);
      if (before === undefined) return failed('not-found');
      if (before.isBuiltIn) return failed('collection-read-only');
      state.collections = state.collections.map((each) => (each.id === id ? change(each) : each));
      publish('collections.changed', {});
      return ok({});
    },
    opened: (collectionId, itemId) => {
      const owner = collection(collectionId);
      const request = saved(collectionId, itemId);
      if (owner === undefined || request === null) return failed('not-found');
      return ok({
        id: itemId,
        description: request.description,
        draft: request.draft,
        revision: `r${String(request.revision)}`,
        auth: {
          own: request.auth,
          ...handedDown(owner, itemId, ({ id }) => state.folderAuth.get(keyOf(collectionId, id)) ?? INHERIT),
        },
        notes: state.requestNotes.get(itemId) ?? [],
        unsendable: null,
      });
    },
    undoable: (undo) => {
      const undoId = `undo-${String(state.nextNumber())}`;
      undos.set(undoId, undo);
      publish('collections.changed', {});
      return ok({ undoId });
    },
  };
}

function readHandlers({
  state,
  publish,
  collection,
  opened,
}: Context): Pick<
  CollectionHandlers,
  | 'collections.list'
  | 'collections.get'
  | 'collections.getRequest'
  | 'collections.getAuth'
  | 'collections.showFile'
  | 'collections.getFolder'
  | 'collections.chooseFolder'
  | 'collections.useOwnFolder'
  | 'collections.setService'
> {
  return {
    'collections.list': () =>
      ok([
        ...state.collections.map(({ id, name, isBuiltIn, isSample, serviceId, fileName, items }) => ({
          ...{ id, name, isBuiltIn, isSample, serviceId, fileName },
          requestCount: requestsIn(items).length,
          problem: null,
        })),
        ...state.unreadableCollections,
      ]),
    'collections.get': ({ id }) => found(collection(id)),
    'collections.getRequest': ({ collectionId, itemId }) => {
      if (collectionId !== BUILT_IN_COLLECTION_ID) return opened(collectionId, itemId);
      const request = builtInRequest(itemId);
      if (request === null) return failed('not-found');
      return ok({
        ...request,
        revision: '',
        auth: { own: INHERIT, inherited: INHERIT, inheritedFrom: null },
        notes: [],
        unsendable: null,
      });
    },
    'collections.getAuth': ({ collectionId, itemId }) => {
      const owner = collection(collectionId);
      if (owner === undefined) return failed('not-found');
      if (itemId === null) return ok({ own: owner.auth, inherited: INHERIT, inheritedFrom: null });
      const authOfItem = (id: string) => state.folderAuth.get(`${collectionId}/${id}`) ?? INHERIT;
      return ok({ own: authOfItem(itemId), ...handedDown(owner, itemId, ({ id }) => authOfItem(id)) });
    },
    'collections.showFile': ({ id }) => {
      state.shownCollections.push(id);
      return ok({});
    },
    'collections.getFolder': () => ok(folderOf(state)),
    'collections.chooseFolder': () => {
      if (state.nextFolder === null) return ok(null);
      state.preferences = { ...state.preferences, collectionsFolder: state.nextFolder };
      publish('collections.changed', {});
      return ok(folderOf(state));
    },
    'collections.useOwnFolder': () => {
      state.preferences = { ...state.preferences, collectionsFolder: null };
      publish('collections.changed', {});
      return ok(folderOf(state));
    },
    'collections.setService': ({ id, serviceId }) => {
      state.collections = state.collections.map((each) => (each.id === id ? { ...each, serviceId } : each));
      publish('preferences.changed', state.preferences);
      return ok({});
    },
  };
}

function folderOf({ preferences: { collectionsFolder } }: FakeState) {
  return {
    path: collectionsFolder ?? '/home/ada/Documents/Keyfob/Collections',
    isOwn: collectionsFolder === null,
  };
}

function collectionHandlers({
  state,
  publish,
  undos,
  collection,
  put,
  undoable,
}: Context): Pick<
  CollectionHandlers,
  | 'collections.create'
  | 'collections.addSample'
  | 'collections.rename'
  | 'collections.duplicate'
  | 'collections.delete'
  | 'collections.undo'
> {
  const add = (name: string, items: readonly CollectionItem[] = [], isSample = false) => {
    const id = `file:${name}.json`;
    state.collections = [
      ...state.collections,
      {
        ...{ id, name, isBuiltIn: false, isSample, serviceId: null, fileName: `${name}.json` },
        ...{ description: '', items, variables: [], auth: INHERIT },
      },
    ];
    publish('collections.changed', {});
    return ok({ id });
  };
  return {
    'collections.create': ({ name }) => add(name),
    'collections.addSample': () => add('Sample collection', [], true),
    'collections.rename': ({ id, name }) => put(id, (each) => ({ ...each, name })),
    'collections.duplicate': ({ id }) => {
      const before = collection(id);
      return before === undefined ? failed('not-found') : add(`${before.name} copy`, before.items);
    },
    'collections.delete': ({ id }) => {
      const before = collection(id);
      if (before === undefined) return failed('not-found');
      state.collections = state.collections.filter((each) => each !== before);
      return undoable(() => {
        state.collections = [...state.collections, before];
      });
    },
    'collections.undo': ({ undoId }) => {
      const undo = undos.get(undoId);
      if (undo === undefined) return failed('not-found');
      undo();
      publish('collections.changed', {});
      return ok({});
    },
  };
}

function partHandlers({
  state,
  put,
  saved,
  keep,
}: Context): Pick<
  CollectionHandlers,
  'collections.setVariables' | 'collections.setDescription' | 'collections.setAuth'
> {
  return {
    'collections.setVariables': ({ id, rows }) => put(id, (each) => ({ ...each, variables: rows })),
    'collections.setDescription': ({ collectionId, itemId, description }) =>
      put(collectionId, (each) => {
        if (itemId === null) return { ...each, description };
        const item = itemIn(each.items, itemId);
        if (item?.kind === 'folder')
          return { ...each, items: replaced(each.items, { ...item, description }) };
        const before = saved(collectionId, itemId);
        if (before !== null)
          keep(collectionId, itemId, { ...before, description, revision: before.revision + 1 });
        return each;
      }),
    'collections.setAuth': ({ collectionId, itemId, keyChoice }) =>
      put(collectionId, (each) => {
        if (itemId === null) return { ...each, auth: authOf(keyChoice) };
        state.folderAuth.set(`${collectionId}/${itemId}`, authOf(keyChoice));
        return each;
      }),
  };
}

function itemHandlers(
  context: Context,
): Pick<
  CollectionHandlers,
  | 'collections.addFolder'
  | 'collections.addRequest'
  | 'collections.saveRequest'
  | 'collections.renameItem'
  | 'collections.duplicateItem'
  | 'collections.moveItem'
  | 'collections.moveItemTo'
  | 'collections.deleteItem'
> {
  const { state, collection, put, saved, keep, opened, undoable } = context;
  const newId = () => `item-${String(state.nextNumber())}`;
  const setItems = (id: string, change: (items: readonly CollectionItem[]) => readonly CollectionItem[]) =>
    put(id, (each) => ({ ...each, items: change(each.items) }));
  return {
    'collections.addFolder': ({ collectionId, place, name }) => {
      const id = newId();
      const folder = { kind: 'folder', id, name, description: '', items: [] } as const;
      const done = setItems(collectionId, (items) => inserted(items, folder, place));
      return done.ok ? ok({ id }) : done;
    },
    'collections.addRequest': ({ collectionId, place, draft }) => {
      const id = newId();
      keep(collectionId, id, savedOf(draft));
      const item = { kind: 'request', id, name: draft.name, method: draft.method } as const;
      const done = setItems(collectionId, (items) => inserted(items, item, place));
      return done.ok ? opened(collectionId, id) : done;
    },
    'collections.saveRequest': ({ collectionId, itemId, draft, revision }) => {
      const before = saved(collectionId, itemId);
      if (before === null) return failed('not-found');
      if (revision !== `r${String(before.revision)}`) return failed('collection-changed-on-disk');
      keep(collectionId, itemId, savedOf(draft, before));
      const item = { kind: 'request', id: itemId, name: draft.name, method: draft.method } as const;
      const done = setItems(collectionId, (items) => replaced(items, item));
      return done.ok ? opened(collectionId, itemId) : done;
    },
    'collections.renameItem': ({ collectionId, itemId, name }) => {
      const item = itemIn(collection(collectionId)?.items ?? [], itemId);
      if (item === null) return failed('not-found');
      const before = saved(collectionId, itemId);
      if (before !== null) keep(collectionId, itemId, savedOf({ ...before.draft, name }, before));
      return setItems(collectionId, (items) => replaced(items, { ...item, name }));
    },
    'collections.duplicateItem': ({ collectionId, itemId }) => {
      const items = collection(collectionId)?.items ?? [];
      const item = itemIn(items, itemId);
      const place = standing(items, itemId);
      if (item === null || place === null) return failed('not-found');
      const copy = { ...item, id: newId(), name: `${item.name} copy` };
      const before = saved(collectionId, itemId);
      if (before !== null) keep(collectionId, copy.id, savedOf({ ...before.draft, name: copy.name }));
      const done = setItems(collectionId, (all) => inserted(all, copy, place));
      return done.ok ? ok({ id: copy.id }) : done;
    },
    'collections.moveItem': ({ collectionId, itemId, place }) => {
      const item = itemIn(collection(collectionId)?.items ?? [], itemId);
      if (item === null) return failed('not-found');
      if (place.beforeId === itemId) return ok({});
      return setItems(collectionId, (items) => inserted(without(items, itemId), item, place));
    },
    'collections.moveItemTo': ({ collectionId, itemId, toCollectionId, place }) => {
      const item = itemIn(collection(collectionId)?.items ?? [], itemId);
      if (item === null) return failed('not-found');
      const before = saved(collectionId, itemId);
      if (before !== null) keep(toCollectionId, itemId, before);
      const done = setItems(toCollectionId, (items) => inserted(items, item, place));
      if (!done.ok) return done;
      setItems(collectionId, (items) => without(items, itemId));
      return ok({ id: itemId, keepsIds: true });
    },
    'collections.deleteItem': ({ collectionId, itemId }) => {
      const items = collection(collectionId)?.items ?? [];
      const item = itemIn(items, itemId);
      const place = standing(items, itemId);
      if (item === null || place === null) return failed('not-found');
      setItems(collectionId, (all) => without(all, itemId));
      return undoable(() => setItems(collectionId, (all) => inserted(all, item, place)));
    },
  };
}
