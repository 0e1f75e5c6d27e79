import type { z } from 'zod';
import { commands, type CommandName } from '../../shared/contract/contract.ts';
import { appErrorSchema, failed, ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import { describeBug } from '../app/describe-bug.ts';
import { LedgerUnavailableError, LedgerWriteError } from '../keys/ledger/ledger.ts';
import type { Logger } from '../ports/logger.ts';
import { PreferenceWriteError } from '../ports/preference-store.ts';
import { LockedMeanwhileError } from '../vault/while-unlocked.ts';
import type { Handlers } from './handlers.ts';
import { describeIssue, inputError } from './input-error.ts';
import { isWithinLimits } from './input-guard.ts';
import { pageRefusal } from './page-gate.ts';
import { isTrustedSender, type Sender } from './sender.ts';
import { told } from '../told.ts';

export interface Call {
  /** `null`: the frame was gone when the call arrived. */
  readonly sender: Sender | null;
  readonly command: unknown;
  readonly input: unknown;
}

export type Dispatch = (call: Call) => Promise<Result<unknown>>;

/** Why a command is refused as things are; `null` when it is not. */
export type Gate = (command: CommandName) => AppError | null;

/**
 * The one way from the window to the services: checks the sender, parses the input, runs the handler, parses what it
 * answers. Never rejects. A field that the output's schema does not list fails the call, so that it cannot leak.
 */
export function createDispatch(handlers: Handlers, logger: Logger, refusalOf: Gate = () => null): Dispatch {
  return async ({ sender, command, input }) => {
    if (!isTrustedSender(sender)) {
      logger.warn('A call from a page that may not use Keyfob was refused');
      return failed('forbidden-sender');
    }
    if (!isCommandName(command)) return failed('unknown-command');
    const refusal = pageRefusal(command, sender) ?? refusalOf(command);
    if (refusal !== null) return { ok: false, error: refusal };
    if (!isWithinLimits(input)) return failed('invalid-input', told('inputTooLarge'));
    const parsed = commands[command].input.safeParse(input, { error: describeIssue });
    if (!parsed.success) return { ok: false, error: inputError(parsed.error) };
    try {
      // The pair of handler and parsed input belongs to one command, which TypeScript cannot follow through a union.
      const handler = handlers[command] as (input: unknown) => ReturnType<Handlers[CommandName]>;
      return parseAnswer(command, await handler(parsed.data), logger);
    } catch (thrown) {
      return thrownError(command, thrown, logger);
    }
  };
}

function isCommandName(command: unknown): command is CommandName {
  return typeof command === 'string' && Object.hasOwn(commands, command);
}

function parseAnswer(command: CommandName, answer: Result<unknown>, logger: Logger): Result<unknown> {
  const schema: z.ZodType = answer.ok ? commands[command].output : appErrorSchema;
  const parsed = schema.safeParse(answer.ok ? answer.value : answer.error, { error: describeIssue });
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ code, path }) => ({ code, path: path.map(String).join('.') }));
    logger.error('An answer does not fit its schema', { command, issues: issues.slice(0, 5) });
    return failed('internal');
  }
  // The error is of the schema's own type; the value of the command's.
  return answer.ok ? ok(parsed.data) : { ok: false, error: appErrorSchema.parse(parsed.data) };
}

function thrownError(command: CommandName, thrown: unknown, logger: Logger): Result<never> {
  if (thrown instanceof LedgerUnavailableError) return failed('ledger-unavailable');
  if (thrown instanceof LockedMeanwhileError) return failed('vault-locked');
  if (thrown instanceof LedgerWriteError || thrown instanceof PreferenceWriteError) {
    logger.warn('A change could not be written to disk', { command });
    return failed('ledger-write-failed');
  }
  logger.error('A command failed', { command, bug: describeBug(thrown) });
  return failed('internal');
}
