import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActivityEntry, ActivityFilter } from '../../../shared/domain/activity.ts';
import { appError, type AppError } from '../../../shared/domain/app-error.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { CommandFailure } from '../../bridge/command-failure.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';

const PAGE = 200;

export type ActivityPages =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly retry: () => void }
  | {
      readonly kind: 'loaded';
      readonly entries: readonly ActivityEntry[];
      readonly total: number;
      readonly hasMore: boolean;
      readonly loadMore: () => void;
      /** Begins anew with what came since; `null` while nothing did. */
      readonly showNewer: (() => void) | null;
    };

/**
 * The activity, newest first, page by page. What was written never changes, so that something new asks for the newest entry alone:
 * the first page follows it; whoever has read further is left in place and told.
 */
export function useActivityPages(filter: ActivityFilter): ActivityPages {
  const newest = useCommandQuery(
    'activity.list',
    { filter, before: null, limit: 1 },
    { keepsPrevious: true },
  );
  const newestId = newest.kind === 'loaded' ? (newest.value.entries[0]?.id ?? 0) : null;
  const [held, setHeld] = useState<{ readonly filter: string; readonly id: number } | null>(null);
  const filterText = JSON.stringify(filter);
  const topId = held?.filter === filterText ? held.id : newestId;
  const query = usePages(filter, topId);
  if (newest.kind === 'failed') return newest;
  if (query.status === 'error') {
    const error = query.error instanceof CommandFailure ? query.error.appError : appError('internal');
    return { kind: 'failed', error, retry: () => void query.refetch() };
  }
  if (query.data === undefined || newest.kind === 'loading' || topId === null) return { kind: 'loading' };
  return {
    kind: 'loaded',
    entries: query.data.pages.flatMap(({ entries }) => entries),
    total: newest.value.total ?? 0,
    hasMore: query.hasNextPage,
    loadMore: () => {
      if (query.isFetchingNextPage || query.isPlaceholderData) return;
      setHeld({ filter: filterText, id: topId });
      void query.fetchNextPage();
    },
    showNewer:
      topId === newestId
        ? null
        : () => {
            setHeld(null);
          },
  };
}

/** The pages from this entry down. */
function usePages(filter: ActivityFilter, topId: number | null) {
  const bridge = useBridge();
  return useInfiniteQuery({
    queryKey: ['activity.pages', filter, topId],
    queryFn: async ({ pageParam }) => {
      const result = await bridge.invoke('activity.list', { filter, before: pageParam, limit: PAGE });
      if (!result.ok) throw new CommandFailure(result.error);
      return result.value;
    },
    initialPageParam: (topId ?? 0) + 1,
    getNextPageParam: ({ entries, hasMore }) => (hasMore ? (entries.at(-1)?.id ?? null) : null),
    placeholderData: keepPreviousData,
    enabled: topId !== null,
    gcTime: 0,
  });
}
