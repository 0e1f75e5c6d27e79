import type { QueryClient } from '@tanstack/react-query';
import type { KeyPage } from '../../shared/domain/key-list.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';

/**
 * Shows a key as a command answered it in every page of the list that has it, at once: its place and what else follows come
 * with the answers that the event asks for.
 */
export function showKey(queryClient: QueryClient, apiKey: ApiKey): void {
  queryClient.setQueriesData<KeyPage>({ queryKey: ['keys.page'] }, (page) => {
    const index = page?.keys.findIndex(({ id }) => id === apiKey.id) ?? -1;
    return page === undefined || index < 0 ? undefined : { ...page, keys: page.keys.with(index, apiKey) };
  });
}
