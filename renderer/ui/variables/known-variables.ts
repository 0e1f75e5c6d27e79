import type { Speech } from '../../../shared/texts/speech.ts';
import { createContext, useContext } from 'react';
import type { KnownVariable } from '../../../shared/domain/environment.ts';
import { isDynamicName, isMadeValueName } from '../../../shared/domain/made-values.ts';
import type { EditingTexts } from '../../../shared/texts/en/editing.ts';

/** The variables that fields below may use; `null`: fields are plain, and offer none. */
export const KnownVariablesContext = createContext<readonly KnownVariable[] | null>(null);

export function useKnownVariables(): readonly KnownVariable[] | null {
  return useContext(KnownVariablesContext);
}

export function findVariable(variables: readonly KnownVariable[], name: string): KnownVariable | null {
  return variables.find((variable) => variable.name === name) ?? null;
}

/** What is said of a variable, and how what main worded is said. */
export interface VariableWords {
  readonly texts: EditingTexts['variables'];
  readonly wordsOf: Speech['wordsOf'];
}

/** What is said of a name that nothing has. */
export function unknownText(name: string, texts: EditingTexts['variables']): string {
  return isDynamicName(name) ? texts.unknownMade : texts.unknown;
}

/** The value as it is shown: that it is secret, or why there is none, where it is not. */
export function valueText(
  { name, value, isHidden, problem, source }: KnownVariable,
  { texts, wordsOf }: VariableWords,
): string {
  if (problem !== null) return wordsOf(problem).message;
  if (source.kind === 'key') return texts.inHeaderOnly;
  if (source.kind === 'made') return isMadeValueName(name) ? texts.made[name] : texts.empty;
  if (isHidden) return texts.isSecret;
  return value === null || value === '' ? texts.empty : value;
}
