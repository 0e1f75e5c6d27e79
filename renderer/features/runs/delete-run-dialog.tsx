import { useQueryClient } from '@tanstack/react-query';
import type { CommandOutput } from '../../../shared/contract/contract.ts';
import type { Run } from '../../../shared/domain/run.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { formatDateTime } from '../../ui/format-time.ts';
import { plural } from './setup-form.ts';

interface DeleteRunDialogProps {
  readonly run: Run;
  readonly onClose: () => void;
}

/** Asks before a run and its results are gone. */
export function DeleteRunDialog({ run, onClose }: DeleteRunDialogProps) {
  const queryClient = useQueryClient();
  const deletion = useCommand('runs.delete');
  return (
    <AlertDialog
      title="Delete this run?"
      action="Delete"
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
        The run of <bdi dir="auto">{run.name}</bdi> on {formatDateTime(run.startedAt)} and the results of{' '}
        {plural(run.totals.done, 'request')} are deleted. This cannot be taken back. Its set-up stays.
      </p>
    </AlertDialog>
  );
}
