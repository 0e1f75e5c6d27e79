import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './dialog-text.module.css';
import { MadeAccessKeys } from './made-access-keys.tsx';
import { PostmanNote } from './postman-note.tsx';
import { useMadeAccessKeys } from './use-made-access-keys.ts';

interface DeleteKeyDialogProps {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Names the key and says what deleting it does, here and at its service. */
export function DeleteKeyDialog({ apiKey, service, onClose, onDeleted }: DeleteKeyDialogProps) {
  const remove = useCommand('keys.delete');
  const madeWithIt = useMadeAccessKeys(apiKey);
  const toast = useToast();
  const submit = () => {
    void remove.run({ id: apiKey.id }).then((result) => {
      if (!result.ok) return;
      madeWithIt.remove();
      toast.show({ tone: 'good', title: `“${apiKey.name}” was deleted.` });
      onDeleted();
    });
  };
  return (
    <AlertDialog
      title={`Delete “${apiKey.name}”?`}
      action="Delete"
      onAction={submit}
      onClose={onClose}
      isPending={remove.isPending}
      error={remove.error}
    >
      <div className={styles.text}>
        <p>
          <span className={styles.mono}>{apiKey.mask}</span> is removed from Keyfob, with its sealed value.
          This cannot be undone.
        </p>
        {apiKey.isDefault && service !== null && service.keyCount > 2 && (
          <p>
            It is the default of <bdi>{service.name}</bdi>: until you make another key the default, requests
            there ask which key to use.
          </p>
        )}
        {service?.kind === 'local' && (
          <p>The Local API refuses it from then on, wherever it is still used.</p>
        )}
        {service?.kind === 'custom' && (
          <p>
            <bdi>{service.name}</bdi> is not told: remove the key there too if it should stop working.
          </p>
        )}
      </div>
      <MadeAccessKeys {...madeWithIt} />
      {service?.kind === 'postman' && <PostmanNote purpose="revoke" />}
    </AlertDialog>
  );
}
