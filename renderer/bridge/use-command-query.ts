import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CommandArgument, CommandName, CommandOutput } from '../../shared/contract/contract.ts';
import { appError, type AppError } from '../../shared/domain/app-error.ts';
import { useBridge } from './bridge-context.ts';
import { CommandFailure } from './command-failure.ts';

/** The commands that only ask. What they answer is kept in the cache, so none of them may answer a secret. */
export type QueryName = Extract<
  CommandName,
  | 'app.getState'
  | 'keys.list'
  | 'keys.find'
  | 'keys.get'
  | 'keys.countAttention'
  | 'keys.listInEnvironment'
  | 'keys.getExposure'
  | 'policy.get'
  | 'policy.preview'
  | 'accessKeys.list'
  | 'accessKeys.listMadeWith'
  | 'accessKeys.listCollections'
  | 'services.list'
  | 'profiles.list'
  | 'collections.list'
  | 'collections.get'
  | 'collections.getRequest'
  | 'files.describe'
  | 'files.list'
  | 'environments.list'
  | 'environments.get'
  | 'variables.list'
  | 'exports.getSnippet'
  | 'network.getSettings'
  | 'collections.getAuth'
  | 'collections.getFolder'
  | 'requests.preview'
  | 'history.list'
  | 'history.get'
  | 'runs.list'
  | 'runs.getSetup'
  | 'runs.getRecord'
  | 'runs.listPoints'
  | 'runs.getTimes'
  | 'history.listEarlier'
  | 'history.countBeyond'
  | 'team.listMembers'
  | 'team.describeSelection'
  | 'activity.list'
  | 'usage.getLimits'
  | 'usage.getCalls'
  | 'exposed.getScan'
  | 'localApi.getState'
  | 'updates.getState'
  | 'desktop.getState'
  | 'diagnostics.get'
  | 'preferences.get'
  | 'vault.getTouchId'
>;

export type QueryState<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly retry: () => void }
  | { readonly kind: 'loaded'; readonly value: Value };

interface CommandQueryOptions {
  readonly isEnabled?: boolean;
  /** Shows the answer to the last input until the answer to this one is there. */
  readonly keepsPrevious?: boolean;
  /** Asks again so often, for what time alone changes. */
  readonly refreshMs?: number;
}

/** Asks the main process and keeps the answer until an event says that it changed. The error is an `AppError`. */
export function useCommandQuery<Name extends QueryName>(
  command: Name,
  input: CommandArgument<Name>,
  { isEnabled = true, keepsPrevious = false, refreshMs }: CommandQueryOptions = {},
): QueryState<CommandOutput<Name>> {
  const bridge = useBridge();
  // Of the query only what is answered is looked at: asking anew after each event then draws nothing by itself.
  const query = useQuery<CommandOutput<Name>>({
    queryKey: [command, input],
    queryFn: async () => {
      const result = await bridge.invoke(command, input);
      if (!result.ok) throw new CommandFailure(result.error);
      return result.value;
    },
    enabled: isEnabled,
    ...(refreshMs === undefined ? {} : { refetchInterval: refreshMs }),
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  if (query.status === 'error') {
    return { kind: 'failed', error: toAppError(query.error), retry: () => void query.refetch() };
  }
  if (query.data === undefined) return { kind: 'loading' };
  return { kind: 'loaded', value: query.data };
}

function toAppError(error: Error): AppError {
  return error instanceof CommandFailure ? error.appError : appError('internal');
}
