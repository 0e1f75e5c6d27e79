import { madeNamesOf } from '../ports/speaking.ts';
import { failed, ok } from '../../shared/domain/app-error.ts';
import type { CollectionFiles } from './collection-files.ts';
import { revisionOf } from './collection-reading.ts';
import type { CollectionStore } from './collection-store.ts';
import { insertNew, moveIn, newItem, standingOf, withNewIds } from './item-changes.ts';
import { changeItem, withOwnId } from './item-tree.ts';
import { moveBetween } from './move-between.ts';
import { textAt, withKeys } from './json-value.ts';
import { writeRequest } from './request-mapping.ts';

type ItemActions =
  | 'addFolder'
  | 'addRequest'
  | 'saveRequest'
  | 'renameItem'
  | 'duplicateItem'
  | 'moveItem'
  | 'moveItemTo'
  | 'removeItem';

/** Changes of the folders and requests of a collection. */
export function itemActions(context: CollectionFiles): Pick<CollectionStore, ItemActions> {
  const { change, changeOne, opened, keepUndo, keyNames, newId, speaker } = context;
  return {
    addFolder: ({ collectionId, place, name }) => {
      const id = newId();
      return change(collectionId, (document) =>
        insertNew(document, { id, name, item: [] }, { place, value: { id } }),
      );
    },
    async addRequest({ collectionId, place, draft }) {
      const itemId = newId();
      const added = await change(collectionId, (document) => {
        const item = writeRequest(draft, newItem(itemId, draft.name), keyNames);
        return item.ok ? insertNew(document, item.value, { place, value: null }) : item;
      });
      return added.ok ? opened({ collectionId, itemId }) : added;
    },
    async saveRequest({ draft, revision, ...place }) {
      const saved = await changeOne(place, (node) => {
        if (node.isFolder) return failed('not-found');
        if (revisionOf(node.item) !== revision) return failed('collection-changed-on-disk');
        const isRenamed = textAt(node.item, 'name') !== draft.name;
        return writeRequest(draft, isRenamed ? withOwnId(node) : node.item, keyNames);
      });
      return saved.ok ? opened(place) : saved;
    },
    renameItem: (place, name) => changeOne(place, (node) => ok(withKeys(withOwnId(node), { name }))),
    duplicateItem: ({ collectionId, itemId }) =>
      change(collectionId, (document) => {
        const found = standingOf(document, itemId);
        if (found === null) return failed('not-found');
        const { item } = found.node;
        const id = newId();
        const name = madeNamesOf(speaker).copyOf(textAt(item, 'name'));
        const copy = withKeys(withNewIds(item, newId), { id, name });
        return insertNew(document, copy, { place: found.place, value: { id } });
      }),
    moveItem: (from, place) => change(from.collectionId, (document) => moveIn(document, from.itemId, place)),
    moveItemTo: (move) => moveBetween(move, context),
    async removeItem({ collectionId, itemId }) {
      const removed = await change(collectionId, (document) => {
        const found = standingOf(document, itemId);
        if (found === null) return failed('not-found');
        const without = changeItem(document, itemId, () => null);
        return ok({ document: without, written: null, place: '', value: found });
      });
      if (!removed.ok) return removed;
      const item = withOwnId(removed.value.node);
      const { place } = removed.value;
      const putBack = () =>
        change(collectionId, (document) => insertNew(document, item, { place, value: null }));
      return ok(keepUndo(putBack));
    },
  };
}
