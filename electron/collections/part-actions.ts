import { ok } from '../../shared/domain/app-error.ts';
import { writeAuth } from './auth-mapping.ts';
import type { CollectionFiles } from './collection-files.ts';
import { withDescription } from './collection-reading.ts';
import type { CollectionStore } from './collection-store.ts';
import { withKey } from './item-changes.ts';
import { withKeys } from './json-value.ts';
import { writeDescription } from './request-mapping.ts';
import { writeRows } from './row-mapping.ts';

/** Changes of what a collection, a folder or a request says beside its requests. */
export function partActions({
  change,
  changeOne,
  keyNames,
}: CollectionFiles): Pick<CollectionStore, 'setVariables' | 'setDescription' | 'setAuth'> {
  return {
    setVariables: (id, rows) =>
      change(id, (document) => {
        const list =
          rows.length === 0 && document.variable === undefined
            ? undefined
            : writeRows(document.variable, rows);
        return ok({
          document: withKey(document, 'variable', list),
          written: list ?? null,
          place: 'its variables',
          value: null,
        });
      }),
    setDescription: ({ collectionId, itemId }, text) =>
      itemId === null
        ? change(collectionId, (document) => {
            const info = withKeys(document.info, {
              description: writeDescription(document.info.description, text),
            });
            return ok({
              document: withKey(document, 'info', info),
              written: info,
              place: 'its description',
              value: null,
            });
          })
        : changeOne({ collectionId, itemId }, (node) => ok(withDescription(node, text))),
    setAuth: ({ collectionId, itemId }, choice) =>
      itemId === null
        ? change(collectionId, (document) => {
            const auth = writeAuth(document.auth, choice, keyNames);
            if (!auth.ok) return auth;
            return ok({
              document: withKey(document, 'auth', auth.value),
              written: auth.value ?? null,
              place: 'its authorization',
              value: null,
            });
          })
        : changeOne({ collectionId, itemId }, ({ item }) => {
            const auth = writeAuth(item.auth, choice, keyNames);
            return auth.ok ? ok(withKeys(item, { auth: auth.value })) : auth;
          }),
  };
}
