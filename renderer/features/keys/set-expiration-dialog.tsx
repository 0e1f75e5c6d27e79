import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { NO_POLICIES } from '../../../shared/domain/key-policy.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useClock } from '../../ui/use-now.ts';
import styles from './dialog-text.module.css';
import { ExpiryField } from './expiry-field.tsx';
import { localDate, readExpiry, type ExpirySelection } from './expiry-selection.ts';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface SetExpirationDialogProps {
  readonly apiKey: ApiKey;
  readonly onClose: () => void;
}

/** Starts at what is set now. An expired key comes back to life with a later date. */
export function SetExpirationDialog({ apiKey, onClose }: SetExpirationDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const setExpiration = useCommand('keys.setExpiration');
  const policy = useCommandQuery('policy.get', {});
  const clock = useClock();
  const [selection, setSelection] = useState<ExpirySelection>(() => initialSelection(apiKey, clock()));
  const [isSubmitted, setIsSubmitted] = useState(false);
  const submit = () => {
    setIsSubmitted(true);
    const reading = readExpiry(selection, clock(), texts);
    if (reading.kind === 'incomplete') return;
    void setExpiration.run({ id: apiKey.id, expiry: reading.choice }).then((result) => {
      if (result.ok) onClose();
    });
  };
  return (
    <Dialog
      title={texts.setExpiration.title(apiKey.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={setExpiration.isPending}>
            {texts.setExpiration.set}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{currentText(apiKey, clock(), texts)}</p>
      <ExpiryField
        selection={selection}
        onChange={setSelection}
        showsErrors={isSubmitted}
        apiKey={apiKey}
        policies={policy.kind === 'loaded' ? policy.value : NO_POLICIES}
        autoFocus
      />
      {setExpiration.error !== null && <ErrorNote error={setExpiration.error} />}
    </Dialog>
  );
}

function initialSelection({ ownExpiresAt }: ApiKey, now: number): ExpirySelection {
  if (ownExpiresAt === null) return { option: 'never', date: '' };
  return { option: 'date', date: ownExpiresAt > now ? localDate(ownExpiresAt) : '' };
}

function currentText(
  { expiresAt, expiresBy, hasExpired }: ApiKey,
  now: number,
  texts: KeyDialogsTexts,
): string {
  if (expiresAt === null)
    return hasExpired ? texts.setExpiration.hasExpired : texts.setExpiration.neverExpires;
  const isOver = hasExpired || expiresAt <= now;
  const rule = expiresBy === null || expiresBy.kind === 'own' ? '' : ` ${texts.common.endRule(expiresBy)}.`;
  if (!isOver) return texts.setExpiration.expiresAt(expiresAt, rule);
  const way = rule === '' ? texts.setExpiration.laterDate : texts.setExpiration.regenerateIt;
  return texts.setExpiration.expiredAt(expiresAt, rule, way);
}
