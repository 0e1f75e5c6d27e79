import type { AccessKey } from '../../../shared/domain/access-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './shared-url-dialog.module.css';

interface DeleteAccessKeyDialogProps {
  readonly accessKey: AccessKey;
  readonly service: Service | null;
  readonly onClose: () => void;
}

/** Names the collection, and says who loses what. */
export function DeleteAccessKeyDialog({ accessKey, service, onClose }: DeleteAccessKeyDialogProps) {
  const remove = useCommand('accessKeys.delete');
  const toast = useToast();
  const name = accessKey.collectionName ?? accessKey.collectionUid;
  const submit = () => {
    void remove.run({ serviceId: accessKey.serviceId, id: accessKey.id }).then((result) => {
      if (!result.ok) return;
      toast.show({ tone: 'good', title: `The access key to “${name}” was deleted.` });
      onClose();
    });
  };
  return (
    <AlertDialog
      title={`Delete the access key to “${name}”?`}
      action="Delete"
      onAction={submit}
      onClose={onClose}
      isPending={remove.isPending}
      error={remove.error}
    >
      <p className={styles.note}>
        {accessKey.mask} is revoked at once at {service?.name ?? 'its service'}: every URL with it stops
        working. The collection stays. This cannot be undone.
      </p>
    </AlertDialog>
  );
}
