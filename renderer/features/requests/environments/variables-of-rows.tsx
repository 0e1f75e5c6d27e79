import { type ReactNode, useMemo } from 'react';
import type { KnownVariable } from '../../../../shared/domain/environment.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { KnownVariablesContext } from '../../../ui/variables/known-variables.ts';
import type { DraftRow } from './environment-draft.ts';

interface VariablesOfRowsProps {
  readonly environmentName: string;
  readonly rows: readonly DraftRow[];
  readonly children: ReactNode;
}

/** Tells the fields below which variables a value of the environment may use: its other rows, the keys, and what is made anew. */
export function VariablesOfRows({ environmentName, rows, children }: VariablesOfRowsProps) {
  const general = useCommandQuery('variables.list', { collectionId: null, requestId: null });
  const known = useMemo((): readonly KnownVariable[] => {
    const source = { kind: 'environment' as const, name: environmentName };
    const own = rows
      .filter(({ name, isEnabled }) => isEnabled && name.trim() !== '')
      .map((row) => ({
        name: row.name.trim(),
        source,
        value: row.kind === 'plain' ? row.value : null,
        isHidden: row.kind === 'hidden',
        problem: null,
      }));
    const everywhere =
      general.kind === 'loaded'
        ? general.value.filter(({ source: { kind } }) => kind === 'key' || kind === 'made')
        : [];
    return [...own, ...everywhere];
  }, [environmentName, rows, general]);
  return <KnownVariablesContext value={known}>{children}</KnownVariablesContext>;
}
