import { useCallback, useRef, useState } from 'react';
import type { CommandArgument, CommandName, CommandOutput } from '../../shared/contract/contract.ts';
import { failed, type AppError, type Result } from '../../shared/domain/app-error.ts';
import { useBridge } from './bridge-context.ts';

/** Revealing is not here: its answer may live only in the dialog that shows it. */
export type ActionName = Exclude<CommandName, 'keys.reveal' | 'accessKeys.reveal'>;

export interface Command<Name extends ActionName> {
  readonly run: (input: CommandArgument<Name>) => Promise<Result<CommandOutput<Name>>>;
  readonly isPending: boolean;
  /** Of the last run; `null` while one is under way and after one that succeeded. */
  readonly error: AppError | null;
  readonly clearError: () => void;
}

/**
 * Gives a command. Neither its input nor its answer is kept anywhere: what it changed comes back by events.
 * `run` never rejects; expected failures are values.
 */
export function useCommand<Name extends ActionName>(command: Name): Command<Name> {
  const bridge = useBridge();
  const [error, setError] = useState<AppError | null>(null);
  const [isPending, setIsPending] = useState(false);
  const lastRun = useRef(0);
  const run = useCallback(
    async (input: CommandArgument<Name>) => {
      const thisRun = ++lastRun.current;
      setError(null);
      setIsPending(true);
      // Only a bug between the processes rejects; it must not leave the control waiting for ever.
      const result = await bridge.invoke(command, input).catch(() => failed('internal'));
      if (thisRun === lastRun.current) {
        setIsPending(false);
        setError(result.ok ? null : result.error);
      }
      return result;
    },
    [bridge, command],
  );
  const clearError = useCallback(() => {
    setError(null);
  }, []);
  return { run, isPending, error, clearError };
}
