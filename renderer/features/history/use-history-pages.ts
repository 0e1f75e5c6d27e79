import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { appError, type AppError } from '../../../shared/domain/app-error.ts';
import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import type { HistoryFilter } from '../../../shared/domain/history-filter.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { CommandFailure } from '../../bridge/command-failure.ts';

const PAGE = 100;

export type HistoryPages =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly retry: () => void }
  | {
      readonly kind: 'loaded';
      readonly entries: readonly HistoryEntry[];
      readonly hasMore: boolean;
      readonly isLoadingMore: boolean;
      readonly loadMore: () => void;
    };

/** The history, newest first, page by page; refreshed when something is sent or deleted. */
export function useHistoryPages(search: string, filter: HistoryFilter): HistoryPages {
  const bridge = useBridge();
  const query = useInfiniteQuery({
    queryKey: ['history.list', { search, filter }],
    queryFn: async ({ pageParam }) => {
      const result = await bridge.invoke('history.list', { limit: PAGE, before: pageParam, search, filter });
      if (!result.ok) throw new CommandFailure(result.error);
      return result.value;
    },
    // The instant before which the next page begins; the type cannot be told from `null` alone.
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries, hasMore }) => (hasMore ? (entries.at(-1)?.at ?? null) : null),
    placeholderData: keepPreviousData,
  });
  if (query.status === 'error') {
    const error = query.error instanceof CommandFailure ? query.error.appError : appError('internal');
    return { kind: 'failed', error, retry: () => void query.refetch() };
  }
  if (query.data === undefined) return { kind: 'loading' };
  return {
    kind: 'loaded',
    entries: query.data.pages.flatMap(({ entries }) => entries),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (!query.isFetchingNextPage) void query.fetchNextPage();
    },
  };
}
