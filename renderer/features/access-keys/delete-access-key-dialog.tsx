import { accessKeysTexts } from '../../../shared/texts/en/access-keys.ts';
import { useTexts } from '../../language/speech-context.ts';
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
  const { delete: action, deleting } = useTexts(accessKeysTexts);
  const name = accessKey.collectionName ?? accessKey.collectionUid;
  const submit = () => {
    void remove.run({ serviceId: accessKey.serviceId, id: accessKey.id }).then((result) => {
      if (!result.ok) return;
      toast.show({ tone: 'good', title: deleting.done(name) });
      onClose();
    });
  };
  return (
    <AlertDialog
      title={deleting.question(name)}
      action={action}
      onAction={submit}
      onClose={onClose}
      isPending={remove.isPending}
      error={remove.error}
    >
      <p className={styles.note}>{deleting.consequence(accessKey.mask, service?.name ?? null)}</p>
    </AlertDialog>
  );
}
