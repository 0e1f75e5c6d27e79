import type { Result } from '../../shared/domain/app-error.ts';
import type { Environment, EnvironmentRow, EnvironmentSummary } from '../../shared/domain/environment.ts';
import { textAt } from '../collections/json-value.ts';
import {
  NOT_AN_ENVIRONMENT,
  originsNamedIn,
  ownIdOf,
  revisionOf,
  variablesOf,
  type EnvironmentDocument,
  type FileVariable,
} from './environment-document.ts';
import type { SecretVariables } from './secret-variables.ts';

const ID_PREFIX = 'env:';

/** A file's name in the environments folder <-> the environment's id. */
export function environmentIdOf(fileName: string): string {
  return ID_PREFIX + fileName;
}

export function environmentFileOf(id: string): string | null {
  return id.startsWith(ID_PREFIX) ? id.slice(ID_PREFIX.length) : null;
}

/** What stands in the file under this name; of several the last counts, as in Postman. */
export function valueInFile(variables: readonly FileVariable[], name: string): string | null {
  const found = variables.findLast((variable) => variable.name.trim() === name && variable.value !== '');
  return found?.value ?? null;
}

export function summaryOf(
  fileName: string,
  document: Result<EnvironmentDocument>,
): EnvironmentSummary | null {
  const common = { id: environmentIdOf(fileName), fileName };
  if (document.ok) {
    const { value } = document;
    return { ...common, name: nameOf(value, fileName), variableCount: value.values.length, problem: null };
  }
  if (document.error.code !== 'file-unreadable' || document.error.field === NOT_AN_ENVIRONMENT) return null;
  return { ...common, name: titleOf(fileName), variableCount: 0, problem: document.error };
}

export function nameOf(document: EnvironmentDocument, fileName: string): string {
  const name = textAt(document, 'name');
  return name === '' ? titleOf(fileName) : name;
}

function titleOf(fileName: string): string {
  return fileName.replace(/(\.postman_environment)?\.json$/i, '');
}

export function environmentOf(
  id: string,
  document: EnvironmentDocument,
  secrets: SecretVariables,
): Environment {
  const fileName = environmentFileOf(id) ?? '';
  const ownId = ownIdOf(document);
  const kept = new Map(ownId === null ? [] : secrets.list(ownId).map((each) => [each.name, each]));
  return {
    id,
    name: nameOf(document, fileName),
    fileName,
    revision: revisionOf(document),
    suggestedOrigins: [...originsNamedIn(document)],
    rows: variablesOf(document).map(({ name, value, isEnabled, isSecret }): EnvironmentRow => {
      if (!isSecret) return { kind: 'plain', name, value, isEnabled };
      const found = kept.get(name.trim());
      const state = value !== '' ? 'in-file' : stateOf(found);
      return { kind: 'hidden', name, isEnabled, state, origins: found?.origins ?? [] };
    }),
  };
}

function stateOf(found: { readonly isLost: boolean } | undefined): 'absent' | 'kept' | 'lost' {
  if (found === undefined) return 'absent';
  return found.isLost ? 'lost' : 'kept';
}
