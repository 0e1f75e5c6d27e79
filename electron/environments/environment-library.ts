import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { EnvironmentSummary } from '../../shared/domain/environment.ts';
import type { OwnPreferencesPatch } from '../../shared/domain/preferences.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { EnvironmentStore } from './environment-store.ts';

/** The environments, and which of them is in use. */
export interface EnvironmentLibrary {
  readonly files: EnvironmentStore;
  list(): Promise<Result<EnvironmentList>>;
  create(name: string, options: { readonly isForTypedValues: boolean }): Promise<Result<{ id: string }>>;
  /** `not-found`. */
  setActive(id: string | null): Promise<Result<null>>;
  /** What it was used for it is used for again when that is taken back. */
  remove(id: string): Promise<Result<{ undoId: string }>>;
  undo(undoId: string): Promise<Result<null>>;
}

interface EnvironmentList {
  readonly activeId: string | null;
  readonly typedValuesId: string | null;
  readonly environments: readonly EnvironmentSummary[];
}

export interface EnvironmentLibraryOptions {
  readonly files: EnvironmentStore;
  readonly preferences: PreferenceStore;
  readonly onChange: () => void;
}

export function createEnvironmentLibrary({
  files,
  preferences,
  onChange,
}: EnvironmentLibraryOptions): EnvironmentLibrary {
  /** What a removed environment was for, by the id that takes the removal back. */
  const uses = new Map<string, { readonly id: string; readonly patch: Uses }>();
  return {
    files,
    async list() {
      const found = await files.list();
      if (!found.ok) return found;
      const { activeEnvironmentId, typedValuesEnvironmentId } = preferences.get();
      const usable = new Set(found.value.filter(({ problem }) => problem === null).map(({ id }) => id));
      const ifThere = (id: string | null) => (id !== null && usable.has(id) ? id : null);
      return ok({
        activeId: ifThere(activeEnvironmentId),
        typedValuesId: ifThere(typedValuesEnvironmentId),
        environments: found.value,
      });
    },
    async create(name, { isForTypedValues }) {
      const created = await files.create(name);
      if (created.ok && isForTypedValues) preferences.set({ typedValuesEnvironmentId: created.value.id });
      return created;
    },
    async setActive(id) {
      if (id !== null) {
        const found = await files.read(id);
        if (!found.ok) return found;
      }
      preferences.set({ activeEnvironmentId: id });
      onChange();
      return ok(null);
    },
    async remove(id) {
      const removed = await files.remove(id);
      if (!removed.ok) return removed;
      const { activeEnvironmentId, typedValuesEnvironmentId } = preferences.get();
      const patch = {
        ...(activeEnvironmentId === id ? { activeEnvironmentId: id } : {}),
        ...(typedValuesEnvironmentId === id ? { typedValuesEnvironmentId: id } : {}),
      };
      const names = Object.keys(patch);
      if (names.length === 0) return removed;
      uses.set(removed.value.undoId, { id, patch });
      // A file that comes under its name later is another one.
      preferences.set(Object.fromEntries(names.map((name) => [name, null])));
      return removed;
    },
    async undo(undoId) {
      const done = await files.undo(undoId);
      const use = uses.get(undoId);
      if (!done.ok || use === undefined) return done;
      uses.delete(undoId);
      if (!(await files.read(use.id)).ok) return failed('not-found');
      preferences.set(use.patch);
      onChange();
      return done;
    },
  };
}

type Uses = Pick<OwnPreferencesPatch, 'activeEnvironmentId' | 'typedValuesEnvironmentId'>;
