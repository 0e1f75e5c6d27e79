import { notifyManager, QueryClient } from '@tanstack/react-query';

// What is shown follows the answer in the same frame; the default is a timer, which lets a frame pass.
notifyManager.setScheduler(queueMicrotask);

/**
 * The cache of what the main process answered. It never goes stale by time: events say what changed. It asks whether or
 * not there is a network, since the main process is always there, and it repeats nothing by itself.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}
