import { keepPreviousData, queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { CommandArgument } from '../../../shared/contract/contract.ts';
import { FIRST_SORT, KEY_STEP, KEY_WINDOW } from '../../../shared/contract/first-page.ts';
import { appError, type AppError } from '../../../shared/domain/app-error.ts';
import type { KeyListSort } from '../../../shared/domain/key-list.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { CommandFailure } from '../../bridge/command-failure.ts';
import { nextFrame } from '../../bridge/next-frame.ts';
import type { RowList, TableFocusRequest } from '../../ui/table.tsx';
import { useNow } from '../../ui/use-now.ts';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { useTexts } from '../../language/speech-context.ts';
import { createRowOf, type KeyRow } from './key-rows.ts';

const LONGEST_SEARCH = 200;

export interface KeyListShown {
  /** As many as match, those around what is in view with what they show. */
  readonly rows: RowList<KeyRow>;
  /** Of one's own keys, whether they match or not. */
  readonly all: number;
  /** The key of a row beside this one; `null` when none is known. */
  readonly neighbourOf: (row: KeyRow) => string | null;
}

export type KeyListState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly retry: () => void }
  | { readonly kind: 'loaded'; readonly shown: KeyListShown };

export interface KeyList {
  readonly state: KeyListState;
  readonly search: string;
  readonly setSearch: (search: string) => void;
  readonly sort: KeyListSort;
  readonly setSort: (sort: KeyListSort) => void;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onRangeChange: (first: number) => void;
  readonly focusRequest: TableFocusRequest | null;
  readonly focusKey: (apiKeyId: string) => void;
  readonly indexOf: (apiKeyId: string) => number;
}

function pageQuery(bridge: Bridge, request: CommandArgument<'keys.page'>) {
  return queryOptions({
    queryKey: ['keys.page', request],
    queryFn: async () => {
      const result = await bridge.invoke('keys.page', request);
      if (!result.ok) throw new CommandFailure(result.error);
      // Scrolled to: drawn between two frames, the rows would be laid out once for themselves and once more for what scrolled on.
      if (request.offset > 0) await nextFrame();
      return { ...result.value, offset: request.offset, placeOf: request.placeOf };
    },
  });
}

/** Asks for what the start page shows first, before it is drawn: main looks it up while the window computes. */
export function prefetchKeyList(bridge: Bridge, queryClient: QueryClient): void {
  const request = { search: '', sort: FIRST_SORT, offset: 0, limit: KEY_WINDOW, placeOf: null };
  // A failure is shown by the list, which asks for the same.
  queryClient.query(pageQuery(bridge, request)).catch(() => undefined);
}

/** One's own keys, searched and sorted by the main process; here are those around what is in view. */
export function useKeyList(services: readonly Service[]): KeyList {
  const bridge = useBridge();
  const now = useNow();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<KeyListSort>(FIRST_SORT);
  const [focusRequest, setFocusRequest] = useState<TableFocusRequest | null>(null);
  const [step, setStep] = useState(0);
  const request = {
    search: search.slice(0, LONGEST_SEARCH),
    sort,
    offset: Math.max(0, step - 1) * KEY_STEP,
    limit: KEY_WINDOW,
    placeOf: focusRequest?.id ?? null,
  };
  const { data, error, status, refetch } = useQuery({
    ...pageQuery(bridge, request),
    placeholderData: keepPreviousData,
  });
  const { unknownService } = useTexts(keysTexts);
  const rowOf = useMemo(() => createRowOf(services, now, unknownService), [services, now, unknownService]);
  const shown = useMemo(() => data && shownOf(data, data.keys.map(rowOf)), [data, rowOf]);
  const onRangeChange = useCallback((first: number) => {
    setStep(Math.floor(first / KEY_STEP));
  }, []);
  const focusKey = useCallback((id: string) => {
    setFocusRequest({ id });
  }, []);
  const indexOf = (id: string) => (data?.placeOf === id ? (data.place ?? -1) : -1);
  return {
    ...{ state: stateOf(), search, setSearch, sort, setSort, now },
    ...{ onRangeChange, focusRequest, focusKey, indexOf },
  };

  function stateOf(): KeyListState {
    if (status === 'error') {
      const reason = error instanceof CommandFailure ? error.appError : appError('internal');
      return { kind: 'failed', error: reason, retry: () => void refetch() };
    }
    return shown === undefined ? { kind: 'loading' } : { kind: 'loaded', shown };
  }
}

function shownOf(
  { total, all, offset }: { readonly total: number; readonly all: number; readonly offset: number },
  here: readonly KeyRow[],
): KeyListShown {
  return {
    rows: { length: total, at: (index) => here[index - offset] },
    all,
    neighbourOf: (row) => {
      const index = here.indexOf(row);
      return (here[index + 1] ?? here[index - 1])?.apiKey.id ?? null;
    },
  };
}
