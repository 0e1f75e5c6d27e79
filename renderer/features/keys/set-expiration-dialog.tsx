import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { formatDateTime } from '../../ui/format-time.ts';
import { useClock } from '../../ui/use-now.ts';
import styles from './dialog-text.module.css';
import { ExpiryField } from './expiry-field.tsx';
import { localDate, readExpiry, type ExpirySelection } from './expiry-selection.ts';

interface SetExpirationDialogProps {
  readonly apiKey: ApiKey;
  readonly onClose: () => void;
}

/** Starts at what is set now. An expired key comes back to life with a later date. */
export function SetExpirationDialog({ apiKey, onClose }: SetExpirationDialogProps) {
  const setExpiration = useCommand('keys.setExpiration');
  const clock = useClock();
  const [selection, setSelection] = useState<ExpirySelection>(() => initialSelection(apiKey, clock()));
  const [isSubmitted, setIsSubmitted] = useState(false);
  const submit = () => {
    setIsSubmitted(true);
    const reading = readExpiry(selection, clock());
    if (reading.kind === 'incomplete') return;
    void setExpiration.run({ id: apiKey.id, expiry: reading.choice }).then((result) => {
      if (result.ok) onClose();
    });
  };
  return (
    <Dialog
      title={`Set expiration of “${apiKey.name}”`}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={setExpiration.isPending}>
            Set expiration
          </Button>
        </>
      }
    >
      <p className={styles.text}>{currentText(apiKey, clock())}</p>
      <ExpiryField selection={selection} onChange={setSelection} showsErrors={isSubmitted} autoFocus />
      {setExpiration.error !== null && <ErrorNote error={setExpiration.error} />}
    </Dialog>
  );
}

function initialSelection({ expiresAt }: ApiKey, now: number): ExpirySelection {
  if (expiresAt === null) return { option: 'never', date: '' };
  return { option: 'date', date: expiresAt > now ? localDate(expiresAt) : '' };
}

function currentText({ expiresAt, hasExpired }: ApiKey, now: number): string {
  if (expiresAt === null) return hasExpired ? 'This key has expired.' : 'This key never expires.';
  return hasExpired || expiresAt <= now
    ? `This key expired on ${formatDateTime(expiresAt)}. A later date makes it work again.`
    : `This key expires on ${formatDateTime(expiresAt)}.`;
}
