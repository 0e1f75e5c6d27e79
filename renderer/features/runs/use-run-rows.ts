import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { appError, type AppError } from '../../../shared/domain/app-error.ts';
import type { Run, RunRow, RunRowOrder, RunTotals, RunVerdict } from '../../../shared/domain/run.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { CommandFailure } from '../../bridge/command-failure.ts';

/** Which rows are shown. */
export type RowFilter = 'all' | RunVerdict | 'withheld';

/** The place of a row; the row itself may not be here yet. */
export interface RowPlace {
  readonly index: number;
}

export interface RunRows {
  /** As many as there are. The same as long as their number is. */
  readonly places: readonly RowPlace[];
  readonly isLoading: boolean;
  readonly error: AppError | null;
  readonly retry: () => void;
  /** The row at a place, when it is here. */
  readonly rowAt: (index: number) => RunRow | null;
  readonly onRangeChange: (first: number, last: number) => void;
}

const STEP = 100;
/** What is asked for at a time: what is in view, and as much before and after it. */
const WINDOW = 3 * STEP;

export function countOf(filter: RowFilter, totals: RunTotals): number {
  switch (filter) {
    case 'all':
      return totals.done;
    case 'passed':
      return totals.passed;
    case 'failed':
      return totals.failed;
    case 'error':
      return totals.errors;
    case 'withheld':
      return totals.withheld;
  }
}

export function rowsInput(filter: RowFilter) {
  return {
    verdicts: filter === 'all' || filter === 'withheld' ? null : [filter],
    isWithheldOnly: filter === 'withheld',
  };
}

/** The rows of a run, a window of them at a time, so that a hundred thousand are as quick as ten. */
export function useRunRows(run: Run, filter: RowFilter, order: RunRowOrder): RunRows {
  const bridge = useBridge();
  const { id, totals, state } = run;
  const count = countOf(filter, totals);
  const [step, setStep] = useState(0);
  const offset = Math.max(0, Math.min(step, Math.floor(count / STEP)) - 1) * STEP;
  const query = useQuery({
    queryKey: ['runs.listRows', { id, filter, order, offset }],
    queryFn: async () => {
      const result = await bridge.invoke('runs.listRows', {
        ...{ id, order, offset, limit: WINDOW },
        ...rowsInput(filter),
      });
      if (!result.ok) throw new CommandFailure(result.error);
      return { rows: result.value, offset };
    },
    placeholderData: keepPreviousData,
  });
  const { data, error, status, refetch } = query;
  const isWhole = order === 'first-to-last' && data?.offset === offset && data.rows.length === WINDOW;
  useEffect(() => {
    // What is full and in order stays as it is; everything else may have changed with each answer.
    if (state === 'running' && !isWhole && count > 0) void refetch({ cancelRefetch: false });
  }, [state, isWhole, count, refetch]);
  const places = useMemo(() => Array.from({ length: count }, (_none, index) => ({ index })), [count]);
  const rowAt = useCallback(
    (index: number) => (data === undefined ? null : (data.rows[index - data.offset] ?? null)),
    [data],
  );
  const onRangeChange = useCallback((first: number) => {
    setStep(Math.floor(first / STEP));
  }, []);
  return {
    ...{ places, rowAt, onRangeChange },
    isLoading: status === 'pending',
    error: status === 'error' ? reasonOf(error) : null,
    retry: () => void refetch(),
  };
}

function reasonOf(error: Error): AppError {
  return error instanceof CommandFailure ? error.appError : appError('internal');
}
