import { AlertDialog } from '../../../ui/alert-dialog.tsx';

interface LeaveDialogProps {
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** Asks before changes of an environment are dropped. */
export function LeaveDialog({ onLeave, onClose }: LeaveDialogProps) {
  return (
    <AlertDialog title="Drop the changes?" action="Drop changes" onAction={onLeave} onClose={onClose}>
      This environment has changes that are not saved.
    </AlertDialog>
  );
}
