import { useState } from 'react';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import { vaultTexts } from '../../shared/texts/en/vault.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useTexts } from '../language/speech-context.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import styles from './lock-page.module.css';
import { PassphraseField } from './passphrase-field.tsx';
import { ProductMark } from './product-mark.tsx';
import { OpenKitDialog } from './recovery-kit-dialogs.tsx';
import { useFirstContent } from './use-first-content.ts';

type Locked = Extract<VaultState, { kind: 'locked' }>;

/** Takes the whole window while Keyfob is locked: nothing of the keys is shown, not even their names. */
export function LockPage({ vault }: { readonly vault: Locked }) {
  const texts = useTexts(vaultTexts);
  const [isOpeningKit, setIsOpeningKit] = useState(false);
  useFirstContent(true);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <ProductMark />
        <div className={styles.text}>
          <h1 className={styles.title}>{texts.locked.title}</h1>
          <p>{texts.locked.reasons[vault.reason]}</p>
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
            {texts.openKit}
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
  const texts = useTexts(vaultTexts);
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
          label={texts.passphrase.label}
          autoFocus
          value={passphrase}
          onChange={(text) => {
            setPassphrase(text);
            unlock.clearError();
          }}
        />
      )}
      <Button variant="primary" type="submit" isPending={unlock.isPending} autoFocus={!needsPassphrase}>
        {texts.locked.unlock}
      </Button>
      {unlock.error !== null && <ErrorNote error={unlock.error} />}
    </form>
  );
}
