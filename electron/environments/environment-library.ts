import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { EnvironmentSummary } from '../../shared/domain/environment.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { EnvironmentStore } from './environment-store.ts';

/** The environments, and which of them is in use. */
export interface EnvironmentLibrary {
  readonly files: EnvironmentStore;
  list(): Promise<Result<EnvironmentList>>;
  create(name: string, options: { readonly isForTypedValues: boolean }): Promise<Result<{ id: string }>>;
  /** `not-found`. */
  setActive(id: string | null): Promise<Result<null>>;
  /** One that was in use is so again when it is taken back. */
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
  /** Removals of the environment in use, by the id that takes them back. */
  const wasActive = new Map<string, string>();
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
      // A file that comes under its name later is another one.
      if (removed.ok && preferences.get().typedValuesEnvironmentId === id)
        preferences.set({ typedValuesEnvironmentId: null });
      if (removed.ok && preferences.get().activeEnvironmentId === id) {
        wasActive.set(removed.value.undoId, id);
        preferences.set({ activeEnvironmentId: null });
      }
      return removed;
    },
    async undo(undoId) {
      const done = await files.undo(undoId);
      const id = wasActive.get(undoId);
      if (!done.ok || id === undefined) return done;
      wasActive.delete(undoId);
      if (!(await files.read(id)).ok) return failed('not-found');
      preferences.set({ activeEnvironmentId: id });
      onChange();
      return done;
    },
  };
}
