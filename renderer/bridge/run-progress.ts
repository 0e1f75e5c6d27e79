import type { QueryClient } from '@tanstack/react-query';
import type { CommandOutput } from '../../shared/contract/contract.ts';
import type { Run } from '../../shared/domain/run.ts';

/** Shows how far a run is. It is told many times a second, so the list is not asked for anew; what it found is, once it has ended. */
export function showRun(queryClient: QueryClient, run: Run): void {
  queryClient.setQueryData<CommandOutput<'runs.list'>>(['runs.list', {}], (runs) => {
    if (runs === undefined) return undefined;
    return runs.some(({ id }) => id === run.id)
      ? runs.map((each) => (each.id === run.id ? run : each))
      : [run, ...runs];
  });
  if (run.state === 'running') return;
  for (const command of ['runs.listPoints', 'runs.getTimes', 'runs.listRows']) {
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [name, input] }) => name === command && isOfRun(input, run.id),
    });
  }
}

function isOfRun(input: unknown, id: string): boolean {
  return typeof input === 'object' && input !== null && 'id' in input && input.id === id;
}
