import { useCommandQuery } from '../../bridge/use-command-query.ts';
import type { RequestSource } from './open-request.ts';

/** What its collection says of a saved request; empty where nothing is said. */
export function useDescription(source: RequestSource): string {
  const collections = useCommandQuery('collections.list', {});
  if (source.kind !== 'saved' || collections.kind !== 'loaded') return '';
  const collection = collections.value.find(({ id }) => id === source.collectionId);
  const requests = collection?.folders.flatMap((folder) => folder.requests) ?? [];
  return requests.find(({ id }) => id === source.requestId)?.description ?? '';
}
