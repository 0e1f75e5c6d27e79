import { useQueryClient } from '@tanstack/react-query';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { Run, RunPlace, RunSetup } from '../../../shared/domain/run.ts';
import { showRun } from '../../bridge/run-progress.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useTexts } from '../../language/speech-context.ts';
import { randomId } from './random-id.ts';
import type { ExportFormat } from './run-header.tsx';
import type { DataFile } from './setup-form.ts';

export interface RunStart {
  readonly place: RunPlace;
  readonly setup: RunSetup;
  readonly data: DataFile | null;
}

export interface RunActions {
  /** The run that was begun; `null` when it was refused, and `startError` says why. */
  readonly start: (start: RunStart) => Promise<Run | null>;
  readonly isStarting: boolean;
  readonly startError: AppError | null;
  readonly clearStartError: () => void;
  readonly cancel: (id: string) => void;
  readonly exportAs: (id: string, format: ExportFormat) => void;
}

/** What can be done with runs. */
export function useRunActions(): RunActions {
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(runsTexts);
  const starting = useCommand('runs.start');
  const { run: cancel } = useCommand('runs.cancel');
  const { run: exportRun } = useCommand('runs.export');
  return {
    isStarting: starting.isPending,
    startError: starting.error,
    clearStartError: starting.clearError,
    async start({ place, setup, data }) {
      const { options, expectations, selection } = setup;
      const result = await starting.run({
        id: randomId(),
        ...place,
        ...{ options, expectations },
        data: data === null ? null : { name: data.name, text: data.text },
        ...(selection === undefined ? {} : { selection }),
      });
      if (!result.ok) return null;
      showRun(queryClient, result.value);
      queryClient.setQueryData(['runs.getSetup', place], { setup });
      return result.value;
    },
    cancel(id) {
      void cancel({ id }).then((result) => {
        if (!result.ok) toast.showError(result.error);
      });
    },
    exportAs(id, format) {
      void exportRun({ id, format }).then((result) => {
        if (!result.ok) toast.showError(result.error);
        else if (result.value.kind === 'saved') {
          const { fileName, rows } = result.value;
          const description = texts.header.savedHint(rows);
          toast.show({ tone: 'good', title: texts.header.saved(fileName), description });
        }
      });
    },
  };
}
