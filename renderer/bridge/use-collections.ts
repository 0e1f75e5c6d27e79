import { useQueries } from '@tanstack/react-query';
import type { Collection, CollectionSummary } from '../../shared/domain/collection.ts';
import { useBridge } from './bridge-context.ts';
import { CommandFailure } from './command-failure.ts';
import { type QueryState, useCommandQuery } from './use-command-query.ts';

/** A collection, with its tree once that is read. */
export interface ListedCollection {
  readonly summary: CollectionSummary;
  /** `null` while it is being read, and when it cannot be. */
  readonly collection: Collection | null;
}

/** All collections and their trees, as their files are now. */
export function useCollections(): QueryState<readonly ListedCollection[]> {
  const bridge = useBridge();
  const list = useCommandQuery('collections.list', {});
  const summaries = list.kind === 'loaded' ? list.value : [];
  const trees = useQueries({
    queries: summaries.map(({ id, problem }) => ({
      queryKey: ['collections.get', { id }],
      queryFn: async (): Promise<Collection> => {
        const result = await bridge.invoke('collections.get', { id });
        if (!result.ok) throw new CommandFailure(result.error);
        return result.value;
      },
      enabled: problem === null,
    })),
    combine: (results) => results.map(({ data }) => data ?? null),
  });
  if (list.kind !== 'loaded') return list;
  const value = summaries.map((summary, index) => ({ summary, collection: trees[index] ?? null }));
  return { ...list, value };
}

/** The trees that are there. */
export function treesOf(collections: QueryState<readonly ListedCollection[]>): readonly Collection[] {
  return collections.kind === 'loaded' ? collections.value.flatMap(({ collection }) => collection ?? []) : [];
}
