import { useQueryClient } from '@tanstack/react-query';
import type { CommandOutput } from '../../../shared/contract/contract.ts';
import type { Run } from '../../../shared/domain/run.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface DeleteRunDialogProps {
  readonly run: Run;
  readonly onClose: () => void;
}

/** Asks before a run and its results are gone. */
export function DeleteRunDialog({ run, onClose }: DeleteRunDialogProps) {
  const texts = useTexts(runsTexts);
  const queryClient = useQueryClient();
  const deletion = useCommand('runs.delete');
  return (
    <AlertDialog
      title={texts.deletion.title}
      action={texts.deletion.delete}
      isPending={deletion.isPending}
      error={deletion.error}
      onClose={onClose}
      onAction={() => {
        void deletion.run({ id: run.id }).then((result) => {
          if (!result.ok) return;
          queryClient.setQueryData<CommandOutput<'runs.list'>>(['runs.list', {}], (runs) =>
            runs?.filter(({ id }) => id !== run.id),
          );
          onClose();
        });
      }}
    >
      <p>
        {texts.deletion.before} <bdi dir="auto">{run.name}</bdi>{' '}
        {texts.deletion.after(run.startedAt, run.totals.done)}
      </p>
    </AlertDialog>
  );
}
