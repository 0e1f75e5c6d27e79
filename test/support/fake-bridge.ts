import {
  commands,
  type CommandName,
  type EventName,
  type EventPayload,
} from '../../shared/contract/contract.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { appError, type AppError, type Result } from '../../shared/domain/app-error.ts';
import { createFakeState, type FakeState, type FakeStateOptions } from './fake-bridge-state.ts';
import { fakeHandlers, type FakeHandlers } from './fake-bridge-handlers.ts';

/** A call as it came from the window. */
export interface FakeCall {
  readonly command: CommandName;
  readonly input: unknown;
}

/** The main process as the window sees it, in memory, with ways to look into it and to make it fail. */
export interface FakeBridge extends Bridge {
  readonly state: FakeState;
  readonly calls: readonly FakeCall[];
  publish<Name extends EventName>(event: Name, payload: EventPayload<Name>): void;
  /** The next call of `command` fails so; the one after it works again. */
  failNext(command: CommandName, error: AppError): void;
  /** Calls of `command` wait until the returned function is called. */
  hold(command: CommandName): () => void;
}

/** In: what there is at the start, and the clock (epoch milliseconds). Inputs and outputs pass the contract's schemas, as in the app. */
export function createFakeBridge(options: FakeStateOptions = {}): FakeBridge {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const failures = new Map<CommandName, AppError[]>();
  const gates = new Map<CommandName, Promise<undefined>>();
  const calls: FakeCall[] = [];
  const publish: FakeBridge['publish'] = (event, payload) => {
    for (const listener of listeners.get(event) ?? []) listener(payload as never); // stored under the same event
  };
  const state = createFakeState(options);
  const handlers: FakeHandlers = fakeHandlers(state, publish);

  const dispatch = async (command: CommandName, input: unknown): Promise<Result<unknown>> => {
    calls.push({ command, input });
    await gates.get(command);
    const failure = failures.get(command)?.shift();
    if (failure !== undefined) return { ok: false, error: failure };
    const parsed = commands[command].input.safeParse(input);
    if (!parsed.success) return { ok: false, error: inputError(parsed.error.issues) };
    const handler = handlers[command] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>; // its own parsed input
    const result = await handler(parsed.data);
    return result.ok ? { ok: true, value: commands[command].output.parse(result.value) } : result;
  };

  return {
    state,
    calls,
    publish,
    invoke: (command, input) => dispatch(command, structuredClone(input)) as never, // the schemas give the type
    on: (event, listener) => {
      const ofEvent = listeners.get(event) ?? new Set();
      listeners.set(event, ofEvent.add(listener)); // called with this event's payload only
      return () => ofEvent.delete(listener);
    },
    failNext: (command, error) => {
      failures.set(command, [...(failures.get(command) ?? []), error]);
    },
    hold: (command) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      gates.set(command, promise);
      return () => {
        gates.delete(command);
        resolve(undefined);
      };
    },
  };
}

function inputError(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): AppError {
  const [issue] = issues;
  if (issue === undefined) return appError('invalid-input');
  const field = issue.path.map(String).join('.');
  return appError('invalid-input', { message: issue.message, ...(field === '' ? {} : { field }) });
}
