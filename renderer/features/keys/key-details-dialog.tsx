import type { Service } from '../../../shared/domain/service.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './key-details-dialog.module.css';
import { KeyOrigins } from './key-origins.tsx';
import { VerificationText } from './verification-text.tsx';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface KeyDetailsDialogProps {
  readonly apiKeyId: string;
  readonly services: readonly Service[];
  readonly onClose: () => void;
}

/** What the table has no room for: what the service said of the key, and every origin it may go to. */
export function KeyDetailsDialog({ apiKeyId, services, onClose }: KeyDetailsDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  // As it is now: it changes while the dialog is open.
  const key = useCommandQuery('keys.get', { id: apiKeyId });
  if (key.kind !== 'loaded') return null;
  const apiKey = key.value;
  const service = services.find(({ id }) => id === apiKey.serviceId) ?? null;
  return (
    <Dialog
      title={texts.keyDetails.title(apiKey.name)}
      onClose={onClose}
      footer={<Button onPress={onClose}>{texts.common.close}</Button>}
    >
      <p className={styles.mask} translate="no">
        {apiKey.mask}
      </p>
      <section className={styles.part} aria-label={texts.keyDetails.verification}>
        <h3 className={styles.heading}>{texts.keyDetails.verification}</h3>
        <VerificationText apiKey={apiKey} service={service} />
      </section>
      <section className={styles.part} aria-label={texts.keyDetails.origins}>
        <h3 className={styles.heading}>{texts.keyDetails.whereItMayGo}</h3>
        <KeyOrigins apiKey={apiKey} service={service} />
      </section>
    </Dialog>
  );
}
