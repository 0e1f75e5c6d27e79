import type { Handlers } from '../../electron/ipc/handlers.ts';
import { commands, type CommandName } from '../../shared/contract/contract.ts';
import { failed } from '../../shared/domain/app-error.ts';

export interface RecordingHandlers {
  readonly handlers: Handlers;
  /** Every call that passed the dispatcher's checks. */
  readonly calls: { readonly command: CommandName; readonly input: unknown }[];
}

export const commandNames = Object.keys(commands) as CommandName[]; // The contract's own keys.

/** A handler for every command that writes down what reached it and refuses; `replaced` ones do something else. */
export function recordingHandlers(replaced: Partial<Handlers> = {}): RecordingHandlers {
  const calls: RecordingHandlers['calls'] = [];
  const entries = commandNames.map((command) => {
    const record = (input: unknown) => {
      calls.push({ command, input });
      return failed('not-found');
    };
    return [command, replaced[command] ?? record] as const;
  });
  return { handlers: Object.fromEntries(entries) as unknown as Handlers, calls }; // One entry a command.
}
