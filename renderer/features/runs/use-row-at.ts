import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RunRow, RunRowOrder } from '../../../shared/domain/run.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { rowsInput, type RowFilter } from './use-run-rows.ts';

export interface RowQuestion {
  readonly runId: string;
  readonly filter: RowFilter;
  readonly order: RunRowOrder;
  /** `null`: none is asked for. */
  readonly index: number | null;
}

/** One row by its place in the list, also where the list is not scrolled to; the one before it until it is here. */
export function useRowAt({ runId, filter, order, index }: RowQuestion): RunRow | null {
  const bridge = useBridge();
  const { data } = useQuery({
    queryKey: ['runs.listRows', { id: runId, filter, order, index }],
    queryFn: async () => {
      const window = { offset: index ?? 0, limit: 1 };
      const result = await bridge.invoke('runs.listRows', {
        id: runId,
        order,
        ...rowsInput(filter),
        ...window,
      });
      return (result.ok ? result.value[0] : undefined) ?? null;
    },
    enabled: index !== null,
    placeholderData: keepPreviousData,
  });
  return index === null ? null : (data ?? null);
}
