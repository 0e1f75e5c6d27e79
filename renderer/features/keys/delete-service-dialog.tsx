import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import styles from './dialog-text.module.css';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface DeleteServiceDialogProps {
  readonly service: Service;
  readonly onClose: () => void;
}

export function DeleteServiceDialog({ service, onClose }: DeleteServiceDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const remove = useCommand('services.delete');
  return (
    <AlertDialog
      title={texts.deleteService.title(service.name)}
      action={texts.common.delete}
      onClose={onClose}
      isPending={remove.isPending}
      error={remove.error}
      onAction={() => {
        void remove.run({ id: service.id }).then((result) => {
          if (result.ok) onClose();
        });
      }}
    >
      <p className={styles.text}>{texts.deleteService.consequence(service.origins.join(', '))}</p>
    </AlertDialog>
  );
}
