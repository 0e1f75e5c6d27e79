import { useCommandQuery } from '../../bridge/use-command-query.ts';

/** Whose something is: of a collection, of one that is no longer there, or of requests that are saved nowhere. `null` until that is known. */
export type Owner =
  { readonly kind: 'collection'; readonly name: string } | { readonly kind: 'gone' | 'unsaved' } | null;

/** Says whose an id of a collection is; an empty one stands for requests that are saved nowhere. */
export function useOwners(): (collectionId: string) => Owner {
  const collections = useCommandQuery('collections.list', {});
  return (collectionId) => {
    if (collectionId === '') return { kind: 'unsaved' };
    if (collections.kind !== 'loaded') return null;
    const found = collections.value.find(({ id }) => id === collectionId);
    return found === undefined ? { kind: 'gone' } : { kind: 'collection', name: found.name };
  };
}
