import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { CommandOutput } from '../../../shared/contract/contract.ts';
import { appError, type AppError } from '../../../shared/domain/app-error.ts';
import type { TeamKey, TeamKeyFilter, TeamKeyPage, TeamKeySort } from '../../../shared/domain/team.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { CommandFailure } from '../../bridge/command-failure.ts';
import type { RowList } from '../../ui/table.tsx';
import { OVERSCAN } from '../../ui/use-row-window.ts';

/** What the table shows now, while the answer to a newer filter may be on its way. */
export interface TeamKeysShown {
  readonly filter: TeamKeyFilter;
  /** How many of them are not revoked, as of `asOf` (epoch milliseconds). */
  readonly live: number;
  readonly asOf: number;
}

/** What an action takes along, and where what its answer brings of it goes: the table then shows it at once. */
export interface ShownPage {
  /** The rows that are drawn now, and no others: the rest is asked for when the action has been seen. */
  readonly drawn: () => TeamKeyPage;
  readonly onAnswer: (page: TeamKeyPage, shown: CommandOutput<'team.listKeys'> | null) => void;
}

export type TeamKeys =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly retry: () => void }
  | { readonly kind: 'loaded'; readonly rows: RowList<TeamKey>; readonly shown: TeamKeysShown };

/** Rows of a table of usual height, with those drawn beside it, and of the highest. */
const STEPS: Readonly<Record<'usual' | 'high', number>> = { usual: 25, high: 60 };
/** In view; what is drawn beyond these needs the larger step. */
const MOST_USUAL = 18;

/** The keys that match: as many rows as there are, and those around what is in view with their keys. */
export function useTeamKeys(filter: TeamKeyFilter, sort: TeamKeySort) {
  const bridge = useBridge();
  const [{ step, size }, setPlace] = useState({ step: 0, size: STEPS.usual });
  const offset = Math.max(0, step - 1) * size;
  // The rows in view, and those before and after them.
  const page = useMemo(() => ({ filter, sort, offset, limit: 3 * size }), [filter, sort, offset, size]);
  const query = useQuery({
    queryKey: ['team.listKeys', page],
    queryFn: async () => {
      const result = await bridge.invoke('team.listKeys', page);
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
  const range = useRef({ first: 0, last: MOST_USUAL });
  const onRangeChange = useCallback((first: number, last: number) => {
    range.current = { first, last };
    const size = last - first < MOST_USUAL ? STEPS.usual : STEPS.high;
    const step = Math.floor(first / size);
    setPlace((before) => (before.step === step && before.size === size ? before : { step, size }));
  }, []);
  const queryClient = useQueryClient();
  const onAnswer = useCallback<ShownPage['onAnswer']>(
    (asked, shown) => {
      if (shown === null) return;
      const { filter, offset } = asked;
      queryClient.setQueryData(['team.listKeys', page], { ...shown, filter, offset });
    },
    [queryClient, page],
  );
  const drawn = useCallback(() => {
    const from = Math.max(page.offset, range.current.first - OVERSCAN);
    const to = Math.min(page.offset + page.limit, range.current.last + 1 + OVERSCAN);
    return from < to ? { ...page, offset: from, limit: to - from } : page;
  }, [page]);
  const shownPage = useMemo<ShownPage>(() => ({ drawn, onAnswer }), [drawn, onAnswer]);
  return { keys: stateOf(), shownPage, onRangeChange };

  function stateOf(): TeamKeys {
    if (status === 'error') {
      const reason = error instanceof CommandFailure ? error.appError : appError('internal');
      return { kind: 'failed', error: reason, retry: () => void refetch() };
    }
    return data === undefined ? { kind: 'loading' } : { kind: 'loaded', rows, shown: data };
  }
}
