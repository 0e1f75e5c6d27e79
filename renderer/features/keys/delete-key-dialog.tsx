import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './dialog-text.module.css';
import { MadeAccessKeys } from './made-access-keys.tsx';
import { PostmanNote } from './postman-note.tsx';
import { useMadeAccessKeys } from './use-made-access-keys.ts';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface DeleteKeyDialogProps {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Names the key and says what deleting it does, here and at its service. */
export function DeleteKeyDialog({ apiKey, service, onClose, onDeleted }: DeleteKeyDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const remove = useCommand('keys.delete');
  const madeWithIt = useMadeAccessKeys(apiKey);
  const toast = useToast();
  const submit = () => {
    void remove.run({ id: apiKey.id }).then((result) => {
      if (!result.ok) return;
      madeWithIt.remove();
      toast.show({ tone: 'good', title: texts.deleteKey.done(apiKey.name) });
      onDeleted();
    });
  };
  return (
    <AlertDialog
      title={texts.deleteKey.title(apiKey.name)}
      action={texts.common.delete}
      onAction={submit}
      onClose={onClose}
      isPending={remove.isPending}
      error={remove.error}
    >
      <div className={styles.text}>
        <p>
          <span className={styles.mono}>{apiKey.mask}</span> {texts.deleteKey.removed}
        </p>
        {apiKey.isDefault && service !== null && service.keyCount > 2 && (
          <p>
            {texts.deleteKey.isDefaultOf} <bdi>{service.name}</bdi>
            {texts.deleteKey.isDefaultUntil}
          </p>
        )}
        {service?.kind === 'local' && <p>{texts.deleteKey.refusedByLocalApi}</p>}
        {service?.kind === 'custom' && (
          <p>
            <bdi>{service.name}</bdi> {texts.deleteKey.notInformed}
          </p>
        )}
      </div>
      <MadeAccessKeys {...madeWithIt} />
      {service?.kind === 'postman' && <PostmanNote purpose="revoke" />}
    </AlertDialog>
  );
}
