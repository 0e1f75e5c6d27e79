import { useState } from 'react';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import { vaultTexts } from '../../shared/texts/en/vault.ts';
import { useCommandQuery } from '../bridge/use-command-query.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useTexts } from '../language/speech-context.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import styles from './lock-page.module.css';
import { PassphraseField } from './passphrase-field.tsx';
import { ProductMark } from './product-mark.tsx';
import { OpenKitDialog } from './recovery-kit-dialogs.tsx';
import { useAsksByItself } from './use-asks-by-itself.ts';
import { useFirstContent } from './use-first-content.ts';

type Locked = Extract<VaultState, { kind: 'locked' }>;

/** Takes the whole window while Keyfob is locked: nothing of the keys is shown, not even their names. */
export function LockPage({ vault }: { readonly vault: Locked }) {
  const texts = useTexts(vaultTexts);
  const [isOpeningKit, setIsOpeningKit] = useState(false);
  const touchId = useCommandQuery('vault.getTouchId', {});
  const asksTouchId = vault.holder === 'keychain' && touchId.kind === 'loaded' && touchId.value.isOn;
  const { reasons, startWithTouchId } = texts.locked;
  useFirstContent(true);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <ProductMark />
        <div className={styles.text}>
          <h1 className={styles.title}>{texts.locked.title}</h1>
          <p>
            {vault.holder === 'keychain' && vault.reason === 'start'
              ? startWithTouchId
              : reasons[vault.reason]}
          </p>
        </div>
        <UnlockForm vault={vault} asksTouchId={asksTouchId} />
        {(vault.holder === 'passphrase' || asksTouchId) && (
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

interface UnlockFormProps {
  readonly vault: Locked;
  readonly asksTouchId: boolean;
}

function UnlockForm({ vault, asksTouchId }: UnlockFormProps) {
  const texts = useTexts(vaultTexts);
  const unlock = useCommand('vault.unlock');
  const [passphrase, setPassphrase] = useState('');
  const needsPassphrase = vault.holder === 'passphrase';
  const run = () => {
    void unlock.run({ passphrase: needsPassphrase ? passphrase : null });
  };
  useAsksByItself(asksTouchId, vault.reason, run);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        run();
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
        {asksTouchId ? texts.locked.unlockWithTouchId : texts.locked.unlock}
      </Button>
      {unlock.error !== null && <ErrorNote error={unlock.error} />}
    </form>
  );
}
