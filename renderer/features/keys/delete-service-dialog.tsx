import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import styles from './dialog-text.module.css';

interface DeleteServiceDialogProps {
  readonly service: Service;
  readonly onClose: () => void;
}

export function DeleteServiceDialog({ service, onClose }: DeleteServiceDialogProps) {
  const remove = useCommand('services.delete');
  return (
    <AlertDialog
      title={`Delete “${service.name}”?`}
      action="Delete"
      onClose={onClose}
      isPending={remove.isPending}
      error={remove.error}
      onAction={() => {
        void remove.run({ id: service.id }).then((result) => {
          if (result.ok) onClose();
        });
      }}
    >
      <p className={styles.text}>
        Requests to {service.origins.join(', ')} are sent without a key from then on. It has no keys that
        would be lost.
      </p>
    </AlertDialog>
  );
}
