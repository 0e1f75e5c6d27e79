import { failed, ok } from '../../shared/domain/app-error.ts';
import { requestsIn } from '../../shared/domain/collection.ts';
import { NO_TOTALS, type Run } from '../../shared/domain/run.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** The commands of runs: one that is started stays running until a test says otherwise. */
export function fakeRunHandlers(state: FakeState, publish: Publish): HandlersOf<'runs'> {
  const find = (id: string) => state.runs.find(({ run }) => run.id === id);
  return {
    'runs.readData': ({ text }) => {
      const [first = '', ...lines] = text.trim().split('\n');
      return lines.length === 0
        ? failed('invalid-input', { message: 'The data file cannot be used. It has no rows.', field: 'data' })
        : ok({ columns: first.split(','), rowCount: lines.length });
    },
    'runs.start': (input) => {
      const collection = state.collections.find(({ id }) => id === input.collectionId);
      const planned = requestsIn(collection?.items ?? []).length * input.options.iterations;
      const { id, collectionId, folderId, options } = input;
      const run: Run = {
        ...{ id, collectionId, folderId, options, planned, startedAt: state.now(), durationMs: 0 },
        ...{ name: collection?.name ?? '', dataName: input.data?.name ?? null },
        ...{ state: 'running', totals: NO_TOTALS },
      };
      state.runs = [{ run, records: [] }, ...state.runs];
      return ok(run);
    },
    'runs.cancel': ({ id }) => {
      state.runs = state.runs.map((each) =>
        each.run.id === id ? { ...each, run: { ...each.run, state: 'cancelled' } } : each,
      );
      const run = find(id)?.run;
      if (run !== undefined) publish('runs.progressed', run);
      return ok({});
    },
    'runs.list': () => ok(state.runs.map(({ run }) => run)),
    'runs.listRows': ({ id, verdicts, offset, limit }) => {
      const rows = (find(id)?.records ?? []).map(({ row }) => row);
      const wanted = rows.filter(({ verdict }) => verdicts === null || verdicts.includes(verdict));
      return ok(wanted.slice(offset, offset + limit));
    },
    'runs.getRecord': ({ id, seq }) => {
      const record = find(id)?.records.find(({ row }) => row.seq === seq);
      return record === undefined ? failed('not-found') : ok(record);
    },
    'runs.listPoints': ({ id }) => {
      const rows = (find(id)?.records ?? []).map(({ row }) => row);
      const ms = rows.map(({ durationMs }) => durationMs);
      return ok({ at: rows.map(({ startedAfterMs }) => startedAfterMs), slowest: ms, median: ms });
    },
    'runs.delete': ({ id }) => {
      state.runs = state.runs.filter(({ run }) => run.id !== id);
      return ok({});
    },
    'runs.export': ({ id, format }) =>
      ok({ kind: 'saved', fileName: `run.${format}`, rows: find(id)?.records.length ?? 0 }),
  };
}
