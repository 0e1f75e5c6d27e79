import { useEffect, useState } from 'react';
import type { Environment } from '../../../../shared/domain/environment.ts';
import type { AppError, Result } from '../../../../shared/domain/app-error.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';
import { changesFor, changesOf, draftOf, isSameAs, type DraftRow } from './environment-draft.ts';

export interface EnvironmentDraft {
  readonly rows: readonly DraftRow[];
  readonly isDirty: boolean;
  /** Whether the file holds something else than what was opened. */
  readonly isOutdated: boolean;
  readonly isSaving: boolean;
  readonly error: AppError | null;
  readonly setRows: (rows: readonly DraftRow[]) => void;
  /** Drops the changes, for what the file says. */
  readonly revert: () => void;
  readonly save: () => Promise<Result<Environment> | null>;
  /** Keeps the changes in a copy; answers its id. */
  readonly saveAsCopy: () => Promise<string | null>;
  /** Takes up what a command answered. */
  readonly open: (environment: Environment) => void;
}

/** The rows of an environment while they are edited. Without changes they follow the file. */
export function useEnvironmentDraft(loaded: Environment): EnvironmentDraft {
  const bridge = useBridge();
  const saveRows = useCommand('environments.saveRows');
  const [opened, setOpened] = useState(loaded);
  const [rows, setRows] = useState(() => draftOf(loaded));
  const isDirty = !isSameAs(opened, rows);
  const isOutdated = loaded.revision !== opened.revision;
  const open = (environment: Environment) => {
    setOpened(environment);
    setRows(draftOf(environment));
  };
  useEffect(() => {
    if (isDirty || loaded === opened) return;
    setOpened(loaded);
    setRows(draftOf(loaded));
  }, [isDirty, loaded, opened]);
  return {
    rows,
    isDirty,
    isOutdated: isDirty && isOutdated,
    isSaving: saveRows.isPending,
    error: saveRows.error,
    setRows,
    open,
    revert: () => {
      saveRows.clearError();
      open(loaded);
    },
    save: async () => {
      const { id, revision } = opened;
      const saved = await saveRows.run({ id, revision, rows: [...changesOf(rows)] });
      if (saved.ok) open(saved.value);
      return saved;
    },
    saveAsCopy: async () => {
      const copied = await bridge.invoke('environments.duplicate', { id: opened.id });
      if (!copied.ok) return null;
      const copy = await bridge.invoke('environments.get', { id: copied.value.id });
      if (!copy.ok) return null;
      const { id, revision } = copy.value;
      const saved = await saveRows.run({ id, revision, rows: [...changesFor(copy.value, rows)] });
      if (!saved.ok) return null;
      open(loaded);
      return id;
    },
  };
}
