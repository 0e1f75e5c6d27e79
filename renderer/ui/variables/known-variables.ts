import { createContext, useContext } from 'react';
import type { KnownVariable, VariableSource } from '../../../shared/domain/environment.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';

/** The variables that fields below may use; `null`: fields are plain, and offer none. */
export const KnownVariablesContext = createContext<readonly KnownVariable[] | null>(null);

export function useKnownVariables(): readonly KnownVariable[] | null {
  return useContext(KnownVariablesContext);
}

export function findVariable(variables: readonly KnownVariable[], name: string): KnownVariable | null {
  return variables.find((variable) => variable.name === name) ?? null;
}

/** Where a value comes from, in a few words. */
export function sourceText(source: VariableSource): string {
  switch (source.kind) {
    case 'request':
      return 'This request';
    case 'folder':
      return `Folder ${source.name}`;
    case 'collection':
      return source.name === '' ? 'Collection' : `Collection ${source.name}`;
    case 'service':
      return `Service ${source.name}`;
    case 'environment':
      return `Environment ${source.name}`;
    case 'key':
      return source.name === '' ? 'Default API key' : 'API key';
    default:
      return assertNever(source);
  }
}

/** The value as it is shown: that it is secret, or why there is none, where it is not. */
export function valueText({ value, isHidden, problem, source }: KnownVariable): string {
  if (problem !== null) return problem;
  if (source.kind === 'key') return 'A key; in a header only';
  if (isHidden) return 'Secret; in headers and body only';
  return value === null || value === '' ? 'Empty' : value;
}
