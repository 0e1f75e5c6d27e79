import type { OpenedRequest } from '../../../shared/domain/collection.ts';
import { type QueryState, useCommandQuery } from '../../bridge/use-command-query.ts';
import type { RequestSource } from './open-request.ts';

/** A saved request as its file has it now; `null` for one that is saved nowhere. */
export function useOpenedRequest(source: RequestSource): QueryState<OpenedRequest> | null {
  const isSaved = source.kind === 'saved';
  const place = isSaved
    ? { collectionId: source.collectionId, itemId: source.requestId }
    : { collectionId: '-', itemId: '-' };
  const request = useCommandQuery('collections.getRequest', place, { isEnabled: isSaved });
  return isSaved ? request : null;
}
