import { useCommandQuery } from '../bridge/use-command-query.ts';

/** Keys come near their end without any event. */
const REFRESH_MS = 60_000;

/** How many keys end soon and are not being rotated. */
export function useAttentionCount(): number {
  const attention = useCommandQuery('keys.countAttention', {}, { refreshMs: REFRESH_MS });
  return attention.kind === 'loaded' ? attention.value.count : 0;
}
