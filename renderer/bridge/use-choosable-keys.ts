import type { ApiKey } from '../../shared/domain/api-key.ts';
import { useCommandQuery, type QueryState } from './use-command-query.ts';

/** A list of ten thousand names helps nobody; a key's own menu leads to the others. */
const MOST_KEYS = 200;

/** The keys that a list offers: the defaults, those used last and the newest, and the one that is chosen, if it is there. */
export function useChoosableKeys(chosenId: string | null): QueryState<readonly ApiKey[]> {
  const first = useCommandQuery('keys.find', { search: '', besides: '', limit: MOST_KEYS });
  const isBeyond =
    chosenId !== null && first.kind === 'loaded' && first.value.every(({ id }) => id !== chosenId);
  const chosen = useCommandQuery('keys.get', { id: chosenId ?? '' }, { isEnabled: isBeyond });
  if (first.kind !== 'loaded' || !isBeyond || chosen.kind === 'failed') return first;
  return chosen.kind === 'loading' ? chosen : { ...first, value: [...first.value, chosen.value] };
}
