import type { environmentCommands } from '../../shared/contract/environment-commands.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { EnvironmentLibrary } from '../environments/environment-library.ts';
import type { VariableLists } from '../environments/variable-lists.ts';
import type { AnswerValues } from '../requests/answer-values.ts';
import type { Handlers } from './handlers.ts';

type Nothing = Record<string, never>;

export interface EnvironmentHandlerParts {
  readonly environments: EnvironmentLibrary;
  readonly variables: VariableLists;
  readonly answerValues: Pick<AnswerValues, 'clear' | 'allow'>;
}

export function environmentHandlers({
  environments,
  variables,
  answerValues,
}: EnvironmentHandlerParts): Pick<Handlers, keyof typeof environmentCommands> {
  return {
    'environments.list': () => environments.list(),
    'environments.get': ({ id }) => environments.files.get(id),
    'environments.create': ({ name, isForTypedValues }) =>
      environments.create(name, { isForTypedValues: isForTypedValues === true }),
    'environments.rename': async ({ id, name }) => emptied(await environments.files.rename(id, name)),
    'environments.duplicate': ({ id }) => environments.files.duplicate(id),
    'environments.delete': ({ id }) => environments.remove(id),
    'environments.undo': async ({ undoId }) => emptied(await environments.undo(undoId)),
    'environments.setActive': async ({ id }) => emptied(await environments.setActive(id)),
    'environments.saveRows': (input) => environments.files.saveRows(input),
    'environments.setSecret': (input) => environments.files.setSecret(input),
    'variables.list': (input) => variables.list(input),
    'variables.clearKept': ({ collectionId, name }) => {
      answerValues.clear(collectionId, name);
      return ok({});
    },
    'variables.allowKept': async ({ collectionId, name, origin }) =>
      emptied(await answerValues.allow(collectionId, name, origin)),
  };
}

function emptied(result: Result<null>): Result<Nothing> {
  return result.ok ? ok({}) : result;
}
