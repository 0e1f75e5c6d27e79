import type { QueryClient } from '@tanstack/react-query';
import type { KeyPage } from '../../shared/domain/key-list.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';

/**
 * Shows a key as a command answered it, at once: its place and what else follows come with the answers that the event asks for.
 * A page that is not shown is left: it would count as asked anew, and keep the old order.
 */
export function showKey(queryClient: QueryClient, apiKey: ApiKey): void {
  queryClient.setQueriesData<KeyPage>({ queryKey: ['keys.page'], type: 'active' }, (page) => {
    const index = page?.keys.findIndex(({ id }) => id === apiKey.id) ?? -1;
    return page === undefined || index < 0 ? undefined : { ...page, keys: page.keys.with(index, apiKey) };
  });
}
