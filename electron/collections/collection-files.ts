import type { Speaking } from '../ports/speaking.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { OpenedRequest } from '../../shared/domain/collection.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import type { KeyNames } from './auth-mapping.ts';
import type { CollectionFolder } from './collection-folder.ts';
import { fileNameOf, nameOfItem, openIn, readCollection } from './collection-reading.ts';
import { createDocumentFiles, type DocumentChange, type DocumentFiles } from './document-file.ts';
import { changeItem, rememberedItems, type ItemIndex, type ItemNode } from './item-tree.ts';
import type { JsonObject } from './json-value.ts';
import type { PostmanDocument } from './postman-document.ts';

export interface ItemPlace {
  readonly collectionId: string;
  readonly itemId: string;
}

export interface CollectionFilesOptions {
  readonly folder: CollectionFolder;
  readonly secretScan: SecretScan;
  readonly keyNames: KeyNames;
  /** In whose language a duplicate is named; in English where nobody speaks. */
  readonly speaker?: Speaking | undefined;
  /** A new UUID. */
  readonly newId: () => string;
  /** Called after each change that was written. */
  readonly onChange: () => void;
  /** Called after a collection was deleted, by its id. */
  readonly onRemoved?: ((collectionId: string) => void) | undefined;
}

type Undo = () => Promise<Result<null>>;

/** What the calls of the collection store are made of. */
export interface CollectionFiles extends Pick<
  CollectionFilesOptions,
  'folder' | 'keyNames' | 'newId' | 'speaker'
> {
  readonly files: DocumentFiles<PostmanDocument>;
  readonly read: (id: string) => Promise<Result<PostmanDocument>>;
  /** The items of a document; remembered as long as it is. */
  readonly itemsOf: (document: PostmanDocument) => ItemIndex;
  readonly opened: (place: ItemPlace) => Promise<Result<OpenedRequest>>;
  readonly change: <Value>(
    id: string,
    work: (document: PostmanDocument) => Result<DocumentChange<PostmanDocument, Value>>,
  ) => Promise<Result<Value>>;
  /** Changes one item of a collection. */
  readonly changeOne: (
    place: ItemPlace,
    work: (node: ItemNode) => Result<JsonObject>,
  ) => Promise<Result<null>>;
  /** Tells that something changed, when it did. */
  readonly told: <Value>(result: Result<Value>) => Result<Value>;
  /** The newest removals can be taken back. */
  readonly keepUndo: (undo: Undo) => { undoId: string };
  readonly findUndo: (undoId: string) => Undo | null;
  readonly dropUndo: (undoId: string) => void;
}

const KEPT_UNDOS = 20;

export function createCollectionFiles(options: CollectionFilesOptions): CollectionFiles {
  const { keyNames, newId, onChange } = options;
  const files = createDocumentFiles({ ...options, parse: readCollection });
  const undos = new Map<string, Undo>();
  const itemsOf = rememberedItems();

  const told = <Value>(result: Result<Value>): Result<Value> => {
    if (result.ok) onChange();
    return result;
  };
  const read = async (id: string): Promise<Result<PostmanDocument>> => {
    const name = fileNameOf(id);
    return name === null ? failed('not-found') : files.read(name);
  };
  const change: CollectionFiles['change'] = async (id, work) => {
    const name = fileNameOf(id);
    return name === null ? failed('not-found') : told(await files.change(name, work));
  };

  return {
    ...options,
    files,
    told,
    read,
    itemsOf,
    change,
    changeOne: ({ collectionId, itemId }, work) =>
      change(collectionId, (document) => {
        const node = itemsOf(document).pathTo(itemId)?.at(-1);
        if (node === undefined) return failed('not-found');
        const item = work(node);
        if (!item.ok) return item;
        const isSame = item.value === node.item;
        return ok({
          document: isSame ? document : changeItem(document, itemId, () => item.value),
          written: item.value,
          place: nameOfItem(item.value),
          value: null,
        });
      }),
    async opened({ collectionId, itemId }) {
      const document = await read(collectionId);
      if (!document.ok) return document;
      return openIn(document.value, itemsOf(document.value).pathTo(itemId) ?? [], keyNames);
    },
    keepUndo(undo) {
      const undoId = newId();
      undos.set(undoId, undo);
      for (const oldest of undos.keys()) {
        if (undos.size <= KEPT_UNDOS) break;
        undos.delete(oldest);
      }
      return { undoId };
    },
    findUndo: (undoId) => undos.get(undoId) ?? null,
    dropUndo: (undoId) => undos.delete(undoId),
  };
}
