import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { appError, type AppError } from '../../../shared/domain/app-error.ts';
import type { TeamKey, TeamKeyFilter, TeamKeySort } from '../../../shared/domain/team.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { CommandFailure } from '../../bridge/command-failure.ts';
import type { RowList } from '../../ui/table.tsx';

/** What the table shows now, while the answer to a newer filter may be on its way. */
export interface TeamKeysShown {
  readonly filter: TeamKeyFilter;
  /** How many of them are not revoked, as of `asOf` (epoch milliseconds). */
  readonly live: number;
  readonly asOf: number;
}

export type TeamKeys =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly retry: () => void }
  | { readonly kind: 'loaded'; readonly rows: RowList<TeamKey>; readonly shown: TeamKeysShown };

const STEP = 50;
/** What is asked for at a time: the fifty rows in view, and those before and after them. */
const WINDOW = 3 * STEP;

/** The keys that match: as many rows as there are, and those around what is in view with their keys. */
export function useTeamKeys(filter: TeamKeyFilter, sort: TeamKeySort) {
  const bridge = useBridge();
  const [step, setStep] = useState(0);
  const offset = Math.max(0, step - 1) * STEP;
  const query = useQuery({
    queryKey: ['team.listKeys', { filter, sort, offset }],
    queryFn: async () => {
      const result = await bridge.invoke('team.listKeys', { filter, sort, offset, limit: WINDOW });
      if (!result.ok) throw new CommandFailure(result.error);
      return { ...result.value, filter, offset };
    },
    placeholderData: keepPreviousData,
  });
  const { data, error, status, refetch } = query;
  const rows = useMemo(
    () => ({
      length: data?.total ?? 0,
      at: (index: number) => data?.keys[index - data.offset],
    }),
    [data],
  );
  const onRangeChange = useCallback((first: number) => {
    setStep(Math.floor(first / STEP));
  }, []);
  return { keys: stateOf(), onRangeChange };

  function stateOf(): TeamKeys {
    if (status === 'error') {
      const reason = error instanceof CommandFailure ? error.appError : appError('internal');
      return { kind: 'failed', error: reason, retry: () => void refetch() };
    }
    return data === undefined ? { kind: 'loading' } : { kind: 'loaded', rows, shown: data };
  }
}
