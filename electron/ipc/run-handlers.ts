import type { LazyRuns } from '../app/lazy-runs.ts';
import type { Handlers } from './handlers.ts';

export interface RunHandlerParts {
  readonly runs: Omit<LazyRuns, 'close'>;
}

export function runHandlers({ runs }: RunHandlerParts) {
  return {
    'runs.readData': (input) => runs.readData(input),
    'runs.getSetup': (input) => runs.getSetup(input),
    'runs.saveSetup': (input) => runs.saveSetup(input),
    'runs.start': (input) => runs.start(input),
    'runs.cancel': (input) => runs.cancel(input),
    'runs.list': () => runs.list(),
    'runs.listRows': (input) => runs.listRows(input),
    'runs.getRecord': (input) => runs.getRecord(input),
    'runs.listPoints': (input) => runs.listPoints(input),
    'runs.getTimes': (input) => runs.getTimes(input),
    'runs.delete': (input) => runs.remove(input),
    'runs.export': (input) => runs.export(input),
  } satisfies Partial<Handlers>;
}
