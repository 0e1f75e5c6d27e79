import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { EnvironmentSummary } from '../../shared/domain/environment.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { EnvironmentStore } from './environment-store.ts';

/** The environments, and which of them is in use. */
export interface EnvironmentLibrary {
  readonly files: EnvironmentStore;
  list(): Promise<
    Result<{ readonly activeId: string | null; readonly environments: readonly EnvironmentSummary[] }>
  >;
  /** `not-found`. */
  setActive(id: string | null): Promise<Result<null>>;
  /** One that was in use is so again when it is taken back. */
  remove(id: string): Promise<Result<{ undoId: string }>>;
  undo(undoId: string): Promise<Result<null>>;
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
      const { activeEnvironmentId } = preferences.get();
      const isThere = found.value.some(({ id, problem }) => id === activeEnvironmentId && problem === null);
      return ok({ activeId: isThere ? activeEnvironmentId : null, environments: found.value });
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
