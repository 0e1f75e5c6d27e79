import type { EnvironmentRowChange } from '../../shared/domain/environment.ts';
import { variablesOf, type EnvironmentDocument } from './environment-document.ts';
import type { SecretChanges } from './secret-variables.ts';

/** What becomes of the sealed values when the rows of a document change so. */
export function secretChanges(
  document: EnvironmentDocument,
  rows: readonly EnvironmentRowChange[],
): SecretChanges {
  const before = variablesOf(document);
  const secretNames = new Set(before.filter(({ isSecret }) => isSecret).map(({ name }) => name.trim()));
  const after = rows.flatMap((row) => {
    const old = row.was === null ? undefined : before[row.was];
    return row.kind === 'hidden' && old?.isSecret === true
      ? [{ from: old.name.trim(), to: row.name.trim() }]
      : [];
  });
  // A name that stays in one row keeps its value, whatever becomes of another row of the same name.
  const staying = new Set(after.filter(({ from, to }) => from === to).map(({ to }) => to));
  const renamed = new Map(
    after.filter(({ from, to }) => from !== to && !staying.has(from)).map(({ from, to }) => [from, to]),
  );
  return {
    renamed: [...renamed].map(([from, to]) => ({ from, to })),
    removed: [...secretNames].filter((name) => !staying.has(name) && !renamed.has(name)),
  };
}
