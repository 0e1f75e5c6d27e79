import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { endRuleText, NO_POLICIES } from '../../../shared/domain/key-policy.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
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
  const policy = useCommandQuery('policy.get', {});
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

function currentText({ expiresAt, expiresBy, hasExpired }: ApiKey, now: number): string {
  if (expiresAt === null) return hasExpired ? 'This key has expired.' : 'This key never expires.';
  const isOver = hasExpired || expiresAt <= now;
  const rule = expiresBy === null || expiresBy.kind === 'own' ? '' : ` ${endRuleText(expiresBy)}.`;
  if (!isOver) return `This key expires on ${formatDateTime(expiresAt)}.${rule}`;
  const way = rule === '' ? 'A later date makes it work again.' : 'Regenerate it to make it work again.';
  return `This key expired on ${formatDateTime(expiresAt)}.${rule} ${way}`;
}
