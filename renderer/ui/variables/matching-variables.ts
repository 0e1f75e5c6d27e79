import type { KnownVariable } from '../../../shared/domain/environment.ts';

const MAX_OFFERED = 50;

/** Those that a person may mean: names that begin with what is typed, then those that hold it. */
export function matchingVariables(
  variables: readonly KnownVariable[],
  typed: string,
): readonly KnownVariable[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return variables.slice(0, MAX_OFFERED);
  const starting = variables.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const holding = variables.filter(
    ({ name }) => name.toLowerCase().includes(wanted) && !name.toLowerCase().startsWith(wanted),
  );
  return [...starting, ...holding].slice(0, MAX_OFFERED);
}
