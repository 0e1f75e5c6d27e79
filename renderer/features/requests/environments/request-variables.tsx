import type { ReactNode } from 'react';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { KnownVariablesContext } from '../../../ui/variables/known-variables.ts';

interface RequestVariablesProps {
  readonly collectionId: string | null;
  readonly requestId: string | null;
  readonly children: ReactNode;
}

/** Tells the fields below which variables the request may use. */
export function RequestVariables({ collectionId, requestId, children }: RequestVariablesProps) {
  const known = useCommandQuery('variables.list', { collectionId, requestId }, { keepsPrevious: true });
  return (
    <KnownVariablesContext value={known.kind === 'loaded' ? known.value : null}>
      {children}
    </KnownVariablesContext>
  );
}
