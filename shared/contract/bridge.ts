import type { Result } from '../domain/app-error.ts';
import type { CommandArgument, CommandName, CommandOutput, EventName, EventPayload } from './contract.ts';

/** The channels between the processes; nothing else crosses. */
export const INVOKE_CHANNEL = 'keyfob:invoke';
export const EVENT_CHANNEL = 'keyfob:event';
/** What the person dropped onto the window, told by the preload: the page can neither name it nor read it. */
export const DROP_CHANNEL = 'keyfob:drop';

/** The only origin that may use the bridge. */
export const APP_ORIGIN = 'app://keyfob';

/** What the preload puts on `window.keyfob`. */
export interface Bridge {
  invoke<Name extends CommandName>(
    command: Name,
    input: CommandArgument<Name>,
  ): Promise<Result<CommandOutput<Name>>>;
  /** Returns the way to stop listening. */
  on<Name extends EventName>(event: Name, listener: (payload: EventPayload<Name>) => void): () => void;
}
