import { useCommandQuery } from '../../bridge/use-command-query.ts';
import type { RequestSource } from './open-request.ts';

/** What its collection says of a saved request; empty where nothing is said. */
export function useDescription(source: RequestSource): string {
  const isSaved = source.kind === 'saved';
  const place = isSaved
    ? { collectionId: source.collectionId, itemId: source.requestId }
    : { collectionId: '-', itemId: '-' };
  const request = useCommandQuery('collections.getRequest', place, { isEnabled: isSaved });
  return isSaved && request.kind === 'loaded' ? request.value.description : '';
}
