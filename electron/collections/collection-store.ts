import { madeNamesOf } from '../ports/speaking.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type {
  Collection,
  CollectionSummary,
  OpenedRequest,
  PartAuth,
  VariableRow,
} from '../../shared/domain/collection.ts';
import type { KeyChoice, RequestDraft } from '../../shared/domain/http-request.ts';
import {
  createCollectionFiles,
  type CollectionFiles,
  type CollectionFilesOptions,
  type ItemPlace,
} from './collection-files.ts';
import {
  collectionIdOf,
  collectionOf,
  draftIn,
  fileNameOf,
  filePlaceOf,
  filePlacesOf,
  isSample,
  NOT_A_COLLECTION,
  partAuthOf,
  type FilePlace,
} from './collection-reading.ts';
import { withKey } from './item-changes.ts';
import { countRequests, type Place } from './item-tree.ts';
import { itemActions } from './item-actions.ts';
import type { MoveBetween, MovedItem } from './move-between.ts';
import { textAt, withKeys } from './json-value.ts';
import { newCollectionText, type PostmanDocument } from './postman-document.ts';
import { SAMPLE_COLLECTION_NAME, sampleCollectionText } from './sample-collection.ts';
import { partActions } from './part-actions.ts';
import { told as toldOf } from '../told.ts';

/** Collections as Postman v2.1 files in a folder. The files are the truth; what is here is read from them at each call. */
export interface CollectionStore {
  list(): Promise<Result<readonly CollectionSummary[]>>;
  /** As every call with an id: `not-found`, `file-unreadable`. */
  get(id: string): Promise<Result<Collection>>;
  /** The file as it is now. */
  read(id: string): Promise<Result<PostmanDocument>>;
  getRequest(place: ItemPlace): Promise<Result<OpenedRequest>>;
  /** The requests alone, as they are to be sent, with one look at the file. `not-found` for the first that is not there. */
  getDrafts(collectionId: string, itemIds: readonly string[]): Promise<Result<readonly RequestDraft[]>>;
  /** `itemId` `null`: of the collection itself. */
  authOf(collectionId: string, itemId: string | null): Promise<Result<PartAuth>>;
  placeOf(collectionId: string, itemId: string | null): Promise<Result<FilePlace>>;
  /** As `placeOf`, of many, with one look at the file. */
  placesOf(collectionId: string, itemIds: readonly string[]): Promise<Result<readonly FilePlace[]>>;

  create(name: string): Promise<Result<{ id: string }>>;
  /** Adds the sample; answers the one that is there when it is. */
  addSample(): Promise<Result<{ id: string }>>;
  rename(id: string, name: string): Promise<Result<null>>;
  duplicate(id: string): Promise<Result<{ id: string }>>;
  /** Puts the file into the trash folder; `undoId` takes it out again. */
  remove(id: string): Promise<Result<{ undoId: string }>>;
  setVariables(id: string, rows: readonly VariableRow[]): Promise<Result<null>>;
  /** Of the collection, or of one of its folders or requests. */
  setDescription(place: { collectionId: string; itemId: string | null }, text: string): Promise<Result<null>>;
  /** Of the collection or a folder: what its requests inherit. */
  setAuth(place: { collectionId: string; itemId: string | null }, choice: KeyChoice): Promise<Result<null>>;

  addFolder(input: { collectionId: string; place: Place; name: string }): Promise<Result<{ id: string }>>;
  addRequest(input: {
    collectionId: string;
    place: Place;
    draft: RequestDraft;
  }): Promise<Result<OpenedRequest>>;
  /** `revision`: of the request as it was opened. `collection-changed-on-disk` when its file holds another one now. */
  saveRequest(input: ItemPlace & { draft: RequestDraft; revision: string }): Promise<Result<OpenedRequest>>;
  renameItem(place: ItemPlace, name: string): Promise<Result<null>>;
  duplicateItem(place: ItemPlace): Promise<Result<{ id: string }>>;
  /** Within a collection. `invalid-input` when a folder would go into itself. */
  moveItem(from: ItemPlace, place: Place): Promise<Result<null>>;
  /** Into another collection. `not-found`; `collection-changed-on-disk` when another program changed it meanwhile. */
  moveItemTo(move: MoveBetween): Promise<Result<MovedItem>>;
  removeItem(place: ItemPlace): Promise<Result<{ undoId: string }>>;
  /** Takes back a removal. `not-found` when it is too long ago. */
  undo(undoId: string): Promise<Result<null>>;
}

export function createCollectionStore(options: CollectionFilesOptions): CollectionStore {
  const context = createCollectionFiles(options);
  return {
    ...readActions(context),
    ...readManyActions(context),
    ...collectionActions(context, options),
    ...partActions(context),
    ...itemActions(context),
  };
}

function readActions({
  files,
  read,
  opened,
  itemsOf,
}: CollectionFiles): Pick<CollectionStore, 'list' | 'get' | 'read' | 'getRequest' | 'authOf' | 'placeOf'> {
  const summaryOf = async (name: string): Promise<CollectionSummary | null> => {
    const found = await files.read(name);
    const common = {
      ...{ id: collectionIdOf(name), isBuiltIn: false, isSample: false },
      ...{ serviceId: null, fileName: name },
    };
    if (found.ok) {
      const requestCount = countRequests(itemsOf(found.value).nodes);
      const name = textAt(found.value.info, 'name');
      return { ...common, name, isSample: isSample(found.value), requestCount, problem: null };
    }
    if (found.error.code !== 'file-unreadable' || found.error.field === NOT_A_COLLECTION) return null;
    return { ...common, name: name.replace(/\.json$/i, ''), requestCount: 0, problem: found.error };
  };

  return {
    async list() {
      const found = await files.list();
      if (!found.ok) return found;
      const summaries = await Promise.all(found.value.map(({ name }) => summaryOf(name)));
      return ok(summaries.filter((each) => each !== null));
    },
    async get(id) {
      const document = await read(id);
      return document.ok ? ok(collectionOf(id, document.value, itemsOf(document.value))) : document;
    },
    read,
    getRequest: opened,
    async authOf(collectionId, itemId) {
      const document = await read(collectionId);
      if (!document.ok) return document;
      const path = itemId === null ? null : (itemsOf(document.value).pathTo(itemId) ?? []);
      return partAuthOf(document.value, path);
    },
    async placeOf(collectionId, itemId) {
      const document = await read(collectionId);
      if (!document.ok) return document;
      const path = itemId === null ? null : itemsOf(document.value).pathTo(itemId);
      return ok(filePlaceOf(document.value, path ?? []));
    },
  };
}

/** What a run asks for: all its requests at once. */
function readManyActions({
  read,
  itemsOf,
  keyNames,
}: CollectionFiles): Pick<CollectionStore, 'getDrafts' | 'placesOf'> {
  return {
    async getDrafts(collectionId, itemIds) {
      const document = await read(collectionId);
      if (!document.ok) return document;
      const items = itemsOf(document.value);
      const drafts: RequestDraft[] = [];
      for (const itemId of itemIds) {
        const draft = draftIn(items.pathTo(itemId) ?? [], keyNames);
        if (!draft.ok) return draft;
        drafts.push(draft.value);
      }
      return ok(drafts);
    },
    async placesOf(collectionId, itemIds) {
      const document = await read(collectionId);
      if (!document.ok) return document;
      const items = itemsOf(document.value);
      const paths = itemIds.map((itemId) => items.pathTo(itemId) ?? []);
      return ok(filePlacesOf(document.value, paths));
    },
  };
}

async function addSample({ files, folder, read, told }: CollectionFiles): Promise<Result<{ id: string }>> {
  const found = await files.list();
  if (!found.ok) return found;
  for (const { name } of found.value) {
    const id = collectionIdOf(name);
    const document = await read(id);
    if (document.ok && isSample(document.value)) return ok({ id });
  }
  const fileName = await folder.freeName(SAMPLE_COLLECTION_NAME);
  const added = told(await files.add(fileName, sampleCollectionText()));
  return added.ok ? ok({ id: collectionIdOf(fileName) }) : added;
}

function collectionActions(
  context: CollectionFiles,
  { onRemoved }: Pick<CollectionFilesOptions, 'onRemoved'>,
): Pick<CollectionStore, 'create' | 'addSample' | 'rename' | 'duplicate' | 'remove' | 'undo'> {
  const { files, folder, newId, read, change, told, keepUndo, findUndo, dropUndo, speaker } = context;
  return {
    async create(name) {
      const fileName = await folder.freeName(name);
      const added = told(await files.add(fileName, newCollectionText({ id: newId(), name })));
      return added.ok ? ok({ id: collectionIdOf(fileName) }) : added;
    },
    addSample: () => addSample(context),
    rename: (id, name) =>
      change(id, (document) => {
        const info = withKeys(document.info, { name });
        return ok({
          document: withKey(document, 'info', info),
          written: info,
          place: 'its name',
          value: null,
        });
      }),
    async duplicate(id) {
      const name = fileNameOf(id);
      const document = await read(id);
      if (!document.ok || name === null) return document.ok ? failed('not-found') : document;
      const title = madeNamesOf(speaker).copyOf(textAt(document.value.info, 'name'));
      const fileName = await folder.freeName(title);
      const info = withKeys(document.value.info, { _postman_id: newId(), name: title });
      const text = `${JSON.stringify({ ...document.value, info }, null, '\t')}\n`;
      const added = told(await files.add(fileName, text));
      return added.ok ? ok({ id: collectionIdOf(fileName) }) : added;
    },
    async remove(id) {
      const name = fileNameOf(id);
      if (name === null) return failed('not-found');
      const trashed = told(await folder.moveToTrash(name));
      if (!trashed.ok) return trashed;
      onRemoved?.(id);
      return ok(
        keepUndo(async () => {
          const restored = told(await folder.restore(trashed.value, name));
          return restored.ok ? ok(null) : restored;
        }),
      );
    },
    async undo(undoId) {
      const undo = findUndo(undoId);
      if (undo === null) return failed('not-found', toldOf('cannotBeTakenBack'));
      const done = await undo();
      if (done.ok) dropUndo(undoId);
      return done;
    },
  };
}
