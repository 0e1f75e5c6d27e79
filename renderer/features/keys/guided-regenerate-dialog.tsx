import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CommandError } from './command-error.tsx';
import styles from './dialog-text.module.css';
import { PasteField } from './paste-field.tsx';
import { ProviderNote } from './provider-note.tsx';
import { useSwapForm } from './use-swap-form.ts';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface GuidedRegenerateDialogProps {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
  readonly onClose: () => void;
}

/** For a key that its service issued: the new one is made there and pasted here; the old one is kept until it is gone there. */
export function GuidedRegenerateDialog({ apiKey, service, onClose }: GuidedRegenerateDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const form = useSwapForm({ apiKey, service, reason: 'routine', onSwapped: onClose });
  return (
    <Dialog
      title={texts.guidedRegenerate.title(apiKey.name)}
      onClose={onClose}
      onSubmit={form.submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={form.isPending}>
            {texts.common.useNew}
          </Button>
        </>
      }
    >
      <ProviderNote service={service} purpose="regenerate" />
      <PasteField {...form.pasteField} />
      <p className={styles.text}>{texts.guidedRegenerate.oldStays(apiKey.mask)}</p>
      <CommandError error={form.error} onResolved={form.submit} />
    </Dialog>
  );
}
