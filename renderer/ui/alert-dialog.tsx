import type { ReactNode } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { uiTexts } from '../../shared/texts/en/ui.ts';
import { useTexts } from '../language/speech-context.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNote } from './error-note.tsx';

interface AlertDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The verb of what will happen, on the button. */
  readonly action: string;
  readonly onAction: () => void;
  readonly onClose: () => void;
  readonly isPending?: boolean;
  readonly error?: AppError | null;
}

/** Asks before something that cannot be taken back. Cancel has the focus. */
export function AlertDialog(props: AlertDialogProps) {
  const { title, children, action, onAction, onClose, isPending = false, error = null } = props;
  const texts = useTexts(uiTexts);
  return (
    <Dialog
      role="alertdialog"
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {texts.cancel}
          </Button>
          <Button variant="danger" onPress={onAction} isPending={isPending}>
            {action}
          </Button>
        </>
      }
    >
      {children}
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}
