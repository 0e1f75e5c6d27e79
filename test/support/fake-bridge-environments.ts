import { failed, ok } from '../../shared/domain/app-error.ts';
import type { Environment, EnvironmentRow, KnownVariable } from '../../shared/domain/environment.ts';
import { MADE_VALUE_NAMES } from '../../shared/domain/made-values.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** Environments without files: what a test made, and what the window does to it. A sealed value is kept nowhere, as nothing opens it. */
export function fakeEnvironmentHandlers(
  state: FakeState,
  publish: Publish,
): HandlersOf<'environments' | 'variables'> {
  const removed = new Map<string, Environment>();
  const find = (id: string) => state.environments.find((each) => each.id === id);
  const put = (environment: Environment) => {
    const next = { ...environment, revision: String(state.nextNumber()) };
    const others = state.environments.filter(({ id }) => id !== environment.id);
    state.environments = [...others, next].toSorted((a, b) => a.name.localeCompare(b.name));
    publish('environments.changed', {});
    return next;
  };
  const add = (name: string, rows: readonly EnvironmentRow[]) => {
    const fileName = `${name}.postman_environment.json`;
    return ok({
      id: put({ id: `env:${fileName}`, name, fileName, revision: '', suggestedOrigins: [], rows }).id,
    });
  };
  const changed = (id: string, change: (environment: Environment) => Partial<Environment>) => {
    const found = find(id);
    return found === undefined ? failed('not-found') : ok(put({ ...found, ...change(found) }));
  };
  const setActive = (id: string | null) => {
    state.preferences = { ...state.preferences, activeEnvironmentId: id };
    publish('environments.changed', {});
    return ok({});
  };
  return {
    'environments.list': () => {
      const active = find(state.preferences.activeEnvironmentId ?? '');
      const environments = state.environments.map(({ id, name, fileName, rows }) => ({
        ...{ id, name, fileName, variableCount: rows.length, problem: null },
      }));
      const typedValuesId = find(state.preferences.typedValuesEnvironmentId ?? '')?.id ?? null;
      return ok({ activeId: active?.id ?? null, typedValuesId, environments });
    },
    'environments.get': ({ id }) => {
      const found = find(id);
      return found === undefined ? failed('not-found') : ok(found);
    },
    'environments.create': ({ name, isForTypedValues = false }) => {
      const added = add(name, []);
      if (isForTypedValues && added.ok)
        state.preferences = { ...state.preferences, typedValuesEnvironmentId: added.value.id };
      return added;
    },
    'environments.duplicate': ({ id }) => {
      const found = find(id);
      return found === undefined ? failed('not-found') : add(`${found.name} copy`, found.rows);
    },
    'environments.rename': ({ id, name }) => {
      const done = changed(id, () => ({ name }));
      return done.ok ? ok({}) : done;
    },
    'environments.delete': ({ id }) => {
      const found = find(id);
      if (found === undefined) return failed('not-found');
      const undoId = `undo-${String(state.nextNumber())}`;
      removed.set(undoId, found);
      state.environments = state.environments.filter((each) => each.id !== id);
      publish('environments.changed', {});
      return ok({ undoId });
    },
    'environments.undo': ({ undoId }) => {
      const found = removed.get(undoId);
      if (found === undefined) return failed('not-found');
      put(found);
      return ok({});
    },
    'environments.setActive': ({ id }) => setActive(id),
    'environments.saveRows': ({ id, revision, rows }) => {
      if (find(id)?.revision !== revision) return failed('collection-changed-on-disk');
      return changed(id, (before) => ({
        rows: rows.map((row): EnvironmentRow => {
          const { name, isEnabled } = row;
          if (row.kind === 'plain') return { kind: 'plain', name, isEnabled, value: row.value };
          const old = row.was === null ? undefined : before.rows[row.was];
          return old?.kind === 'hidden'
            ? { ...old, name, isEnabled }
            : { kind: 'hidden', name, isEnabled, state: 'absent', origins: [] };
        }),
      }));
    },
    'environments.setSecret': ({ id, name, origins }) =>
      changed(id, ({ rows }) => {
        const row: EnvironmentRow = { kind: 'hidden', name, isEnabled: true, state: 'kept', origins };
        const isThere = rows.some((each) => each.name === name);
        return { rows: isThere ? rows.map((each) => (each.name === name ? row : each)) : [...rows, row] };
      }),
    'variables.list': ({ collectionId }) => ok(knownVariables(state, collectionId)),
    'variables.clearKept': ({ name }) => {
      state.keptValues = name === null ? [] : state.keptValues.filter((each) => each.name !== name);
      publish('variables.changed', {});
      return ok({});
    },
    'variables.allowKept': ({ name }) =>
      state.keptValues.some((each) => each.name === name) ? ok({}) : failed('not-found'),
  };
}

function knownVariables(state: FakeState, collectionId: string | null): KnownVariable[] {
  const collection = state.collections.find(({ id }) => id === collectionId);
  const service = state.services.find(({ id }) => id === collection?.serviceId);
  const active = state.environments.find(({ id }) => id === state.preferences.activeEnvironmentId);
  const known: KnownVariable[] = [...state.keptValues];
  const add = (variable: Omit<KnownVariable, 'problem'>): void => {
    if (known.every(({ name }) => name !== variable.name)) known.push({ ...variable, problem: null });
  };
  if (collection !== undefined) {
    const source = { kind: 'collection', name: collection.name } as const;
    for (const { name, value } of collection.variables) add({ name, source, value, isHidden: false });
  }
  if (service !== undefined) {
    const source = { kind: 'service', name: service.name } as const;
    add({ name: 'baseUrl', source, value: service.baseUrl, isHidden: false });
  }
  for (const row of active?.rows ?? []) {
    if (!row.isEnabled) continue;
    const source = { kind: 'environment', name: active?.name ?? '' } as const;
    add({
      ...{ name: row.name, source, isHidden: row.kind === 'hidden' },
      value: row.kind === 'plain' ? row.value : null,
    });
  }
  const source = { kind: 'key', name: '' } as const;
  add({ name: 'postman-api-key', source, value: null, isHidden: true });
  for (const name of MADE_VALUE_NAMES) add({ name, source: { kind: 'made' }, value: null, isHidden: false });
  return known;
}
