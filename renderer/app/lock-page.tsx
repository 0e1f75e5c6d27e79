import { useState } from 'react';
import type { LockReason, VaultState } from '../../shared/domain/vault-state.ts';
import { useCommand } from '../bridge/use-command.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import styles from './lock-page.module.css';
import { PassphraseField } from './passphrase-field.tsx';
import { ProductMark } from './product-mark.tsx';
import { OpenKitDialog } from './recovery-kit-dialogs.tsx';
import { useFirstContent } from './use-first-content.ts';

type Locked = Extract<VaultState, { kind: 'locked' }>;

const reasons: Record<LockReason, string> = {
  start: 'Your keys are sealed under your passphrase.',
  hand: 'Your keys are sealed. What you had open is as you left it.',
  idle: 'Nobody was here for a while, so your keys are sealed. What you had open is as you left it.',
  system: 'Your screen was locked, so your keys are sealed. What you had open is as you left it.',
};

/** Takes the whole window while Keyfob is locked: nothing of the keys is shown, not even their names. */
export function LockPage({ vault }: { readonly vault: Locked }) {
  const [isOpeningKit, setIsOpeningKit] = useState(false);
  useFirstContent(true);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <ProductMark />
        <div className={styles.text}>
          <h1 className={styles.title}>Keyfob is locked</h1>
          <p>{reasons[vault.reason]}</p>
        </div>
        <UnlockForm needsPassphrase={vault.holder === 'passphrase'} />
        {vault.holder === 'passphrase' && (
          <Button
            variant="quiet"
            size="small"
            onPress={() => {
              setIsOpeningKit(true);
            }}
          >
            Open a recovery kit…
          </Button>
        )}
      </div>
      {isOpeningKit && (
        <OpenKitDialog
          onClose={() => {
            setIsOpeningKit(false);
          }}
        />
      )}
    </main>
  );
}

function UnlockForm({ needsPassphrase }: { readonly needsPassphrase: boolean }) {
  const unlock = useCommand('vault.unlock');
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void unlock.run({ passphrase: needsPassphrase ? passphrase : null });
      }}
    >
      {needsPassphrase && (
        <PassphraseField
          label="Passphrase"
          autoFocus
          value={passphrase}
          onChange={(text) => {
            setPassphrase(text);
            unlock.clearError();
          }}
        />
      )}
      <Button variant="primary" type="submit" isPending={unlock.isPending} autoFocus={!needsPassphrase}>
        Unlock
      </Button>
      {unlock.error !== null && <ErrorNote error={unlock.error} />}
    </form>
  );
}
