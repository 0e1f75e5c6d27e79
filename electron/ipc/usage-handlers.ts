import type { usageCommands } from '../../shared/contract/usage-commands.ts';
import type { Usage } from '../usage/usage.ts';
import type { Handlers } from './handlers.ts';

/** Limits and counted calls. */
export function usageHandlers(usage: Usage): Pick<Handlers, keyof typeof usageCommands> {
  return {
    'usage.getLimits': () => usage.limits(),
    'usage.getCalls': (query) => usage.calls(query),
    'usage.refresh': (input) => usage.refresh(input),
  };
}
