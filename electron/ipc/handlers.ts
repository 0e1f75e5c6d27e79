import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/domain/app-error.ts';

type Answer<Value> = Result<Value> | Promise<Result<Value>>;

/** One function a command. One that is missing does not compile. */
export type Handlers = {
  readonly [Name in CommandName]: (input: CommandInput<Name>) => Answer<CommandOutput<Name>>;
};
