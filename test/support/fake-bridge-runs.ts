import { failed, ok } from '../../shared/domain/app-error.ts';
import { selected } from '../../shared/domain/run-selection.ts';
import { requestsIn, type Collection } from '../../shared/domain/collection.ts';
import {
  NO_TOTALS,
  type Run,
  type RunEnvironment,
  type RunPlace,
  type RunRow,
  type RunRowOrder,
} from '../../shared/domain/run.ts';
import type { CommandInput } from '../../shared/contract/contract.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** The commands of runs: one that is started stays running until a test says otherwise. */
export function fakeRunHandlers(state: FakeState, publish: Publish): HandlersOf<'runs'> {
  const find = (id: string) => state.runs.find(({ run }) => run.id === id);
  const rowsOf = (id: string) => (find(id)?.records ?? []).map(({ row }) => row);
  return {
    'runs.readData': ({ text }) => readData(text),
    'runs.getSetup': (place) => ok({ setup: state.runSetups.get(placeKey(place)) ?? null }),
    'runs.saveSetup': ({ place, setup }) => {
      state.runSetups.set(placeKey(place), setup);
      return ok({});
    },
    'runs.start': (input) => {
      const run = begun(input, state);
      const { options, expectations, selection } = input;
      const chosen = selection === undefined ? {} : { selection };
      state.runSetups.set(placeKey(input), { options, expectations, dataName: run.dataName, ...chosen });
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
    'runs.listRows': ({ id, verdicts, isWithheldOnly, order, offset, limit }) => {
      const wanted = rowsOf(id)
        .filter(({ verdict }) => verdicts === null || verdicts.includes(verdict))
        .filter(({ isKeyWithheld }) => isKeyWithheld || !isWithheldOnly);
      return ok(wanted.toSorted(ORDERS[order]).slice(offset, offset + limit));
    },
    'runs.getRecord': ({ id, seq }) => {
      const record = find(id)?.records.find(({ row }) => row.seq === seq);
      return record === undefined ? failed('not-found') : ok(record);
    },
    'runs.listPoints': ({ id }) => {
      const ms = rowsOf(id).map(({ durationMs }) => durationMs);
      return ok({ at: rowsOf(id).map(({ startedAfterMs }) => startedAfterMs), slowest: ms, median: ms });
    },
    'runs.getTimes': ({ id }) => {
      const ms = rowsOf(id)
        .filter(({ verdict }) => verdict !== 'error')
        .map(({ durationMs }) => durationMs)
        .sort((one, other) => one - other);
      const at = (share: number) => ms[Math.max(0, Math.ceil(share * ms.length) - 1)] ?? null;
      return ok({ answers: ms.length, fastest: at(0), median: at(0.5), p95: at(0.95), slowest: at(1) });
    },
    'runs.delete': ({ id }) => {
      state.runs = state.runs.filter(({ run }) => run.id !== id);
      return ok({});
    },
    'runs.export': ({ id, format }) =>
      ok({ kind: 'saved', fileName: `run.${format}`, rows: rowsOf(id).length }),
  };
}

/** Where a set-up is kept in the fake's state. */
export function placeKey({ collectionId, folderId }: RunPlace): string {
  return `${collectionId} ${folderId ?? ''}`;
}

const ORDERS: Readonly<Record<RunRowOrder, (one: RunRow, other: RunRow) => number>> = {
  'first-to-last': (one, other) => one.seq - other.seq,
  'last-to-first': (one, other) => other.seq - one.seq,
  slowest: (one, other) => other.durationMs - one.durationMs,
  fastest: (one, other) => one.durationMs - other.durationMs,
};

function readData(text: string) {
  const [first = '', ...lines] = text.trim().split('\n');
  if (lines.length === 0)
    return failed('invalid-input', {
      message: 'The data file cannot be used. It has no rows.',
      field: 'data',
    });
  const firstRows = lines.slice(0, 20).map((line) => line.split(','));
  return ok({ columns: first.split(','), rowCount: lines.length, firstRows });
}

function begun(input: CommandInput<'runs.start'>, state: FakeState): Run {
  const { id, collectionId, folderId, options } = input;
  const collection = state.collections.find((each) => each.id === collectionId);
  const rounds = input.data === null ? options.iterations : input.data.text.trim().split('\n').length - 1;
  const there = requestsIn(itemsOf(collection, folderId)).map(({ request }) => request.id);
  const requests = selected(there, input.selection).length;
  const share = requests === there.length ? {} : { share: { requests, of: there.length } };
  const planned = requests * rounds;
  return {
    ...{ id, collectionId, folderId, options, planned, startedAt: state.now(), durationMs: 0 },
    ...{ name: collection?.name ?? '', dataName: input.data?.name ?? null },
    ...share,
    ...{ state: 'running', totals: NO_TOTALS, environmentName: environmentName(options.environment, state) },
  };
}

function environmentName(environment: RunEnvironment, state: FakeState): string | null {
  if (environment.kind === 'none') return null;
  const wanted = environment.kind === 'chosen' ? environment.id : state.preferences.activeEnvironmentId;
  return state.environments.find(({ id }) => id === wanted)?.name ?? null;
}

function itemsOf(collection: Collection | undefined, folderId: string | null): Collection['items'] {
  const items = collection?.items ?? [];
  if (folderId === null) return items;
  return items.flatMap((item) => (item.kind === 'folder' && item.id === folderId ? item.items : []));
}
