import { AlertDialog } from '../../../ui/alert-dialog.tsx';
import { environmentsTexts } from '../../../../shared/texts/en/environments.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface LeaveDialogProps {
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** Asks before changes of an environment are dropped. */
export function LeaveDialog({ onLeave, onClose }: LeaveDialogProps) {
  const texts = useTexts(environmentsTexts);
  return (
    <AlertDialog title={texts.leave.title} action={texts.leave.drop} onAction={onLeave} onClose={onClose}>
      {texts.leave.text}
    </AlertDialog>
  );
}
