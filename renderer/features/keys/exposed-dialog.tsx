import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CommandError } from './command-error.tsx';
import styles from './dialog-text.module.css';
import { ExposureList } from './exposure-list.tsx';
import type { KeyDialog } from './key-dialog.ts';
import { MadeAccessKeys } from './made-access-keys.tsx';
import { PasteField } from './paste-field.tsx';
import { ProviderNote } from './provider-note.tsx';
import { useMadeAccessKeys } from './use-made-access-keys.ts';
import { useSwapForm } from './use-swap-form.ts';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ExposedDialogProps {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
  readonly onClose: () => void;
  readonly onChange: (dialog: KeyDialog) => void;
}

/** Others have seen the key's value: a new one takes its place at once, and the person sees where the old one went. */
export function ExposedDialog(props: ExposedDialogProps) {
  return props.apiKey.isIssuedHere ? <IssuedHere {...props} /> : <IssuedElsewhere {...props} />;
}

function IssuedHere({ apiKey, service, onClose, onChange }: ExposedDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const replace = useCommand('keys.regenerateExposed');
  const madeWithIt = useMadeAccessKeys(apiKey);
  const submit = () => {
    void replace.run({ id: apiKey.id }).then((result) => {
      if (!result.ok) return;
      madeWithIt.remove();
      onChange({ kind: 'reveal', apiKey: result.value });
    });
  };
  return (
    <Dialog
      title={texts.exposed.title(apiKey.name)}
      size="medium"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="danger" type="submit" isPending={replace.isPending}>
            {texts.exposed.replace}
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        {service?.kind === 'local' ? texts.exposed.refusedAtOnce : texts.exposed.forgottenAtOnce}
      </p>
      {service?.kind !== 'local' && <ProviderNote service={service} purpose="revoke" />}
      <MadeAccessKeys {...madeWithIt} />
      <ExposureList apiKey={apiKey} />
      <CommandError error={replace.error} onResolved={submit} />
    </Dialog>
  );
}

function IssuedElsewhere({ apiKey, service, onClose }: ExposedDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const madeWithIt = useMadeAccessKeys(apiKey);
  const onSwapped = () => {
    madeWithIt.remove();
    onClose();
  };
  const form = useSwapForm({ apiKey, service, reason: 'exposed', onSwapped });
  return (
    <Dialog
      title={texts.exposed.title(apiKey.name)}
      size="medium"
      onClose={onClose}
      onSubmit={form.submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="danger" type="submit" isPending={form.isPending}>
            {texts.common.useNew}
          </Button>
        </>
      }
    >
      <ProviderNote service={service} purpose="regenerate" />
      <PasteField {...form.pasteField} />
      <p className={styles.text}>{texts.exposed.revokeThere}</p>
      <MadeAccessKeys {...madeWithIt} />
      <ExposureList apiKey={apiKey} />
      <CommandError error={form.error} onResolved={form.submit} />
    </Dialog>
  );
}
