import { needsAttention } from '../../shared/domain/api-key.ts';
import { useCommandQuery } from '../bridge/use-command-query.ts';
import { useNow } from '../ui/use-now.ts';

/** How many keys end soon and are not being rotated. */
export function useAttentionCount(): number {
  const keys = useCommandQuery('keys.list', {});
  const now = useNow();
  return keys.kind === 'loaded' ? keys.value.filter((apiKey) => needsAttention(apiKey, now)).length : 0;
}
