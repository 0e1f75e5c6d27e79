import { useState } from 'react';
import { uiTexts } from '../../shared/texts/en/ui.ts';
import { vaultTexts } from '../../shared/texts/en/vault.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useTexts } from '../language/speech-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useToast } from '../ui/use-toast.ts';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';
import { EMPTY_PASSPHRASE, isGood } from './new-passphrase.ts';
import { PassphraseField } from './passphrase-field.tsx';
import styles from './vault-dialog.module.css';

interface KitDialogProps {
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Writes the master key, wrapped under a passphrase of its own, into one small file. */
export function SaveKitDialog({ onClose, onDone }: KitDialogProps) {
  const { kit: texts } = useTexts(vaultTexts);
  const { cancel } = useTexts(uiTexts);
  const save = useCommand('vault.saveRecoveryKit');
  const toast = useToast();
  const [entered, setEntered] = useState(EMPTY_PASSPHRASE);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const submit = () => {
    setIsSubmitted(true);
    if (!isGood(entered)) return;
    void save.run({ passphrase: entered.passphrase }).then((result) => {
      if (!result.ok || result.value.kind === 'cancelled') return;
      toast.show({
        tone: 'good',
        title: texts.saved(result.value.fileName),
        description: texts.keepApart,
      });
      onClose();
      onDone?.();
    });
  };
  return (
    <Dialog
      title={texts.saveTitle}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{cancel}</Button>
          <Button variant="primary" type="submit" isPending={save.isPending}>
            {texts.save}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{texts.saveExplanation}</p>
      <NewPassphraseFields
        label={texts.passphrase}
        entered={entered}
        onChange={setEntered}
        isSubmitted={isSubmitted}
        autoFocus
      />
      {save.error !== null && <ErrorNote error={save.error} />}
    </Dialog>
  );
}

/** Takes the master key back from a kit. */
export function OpenKitDialog({ onClose, onDone }: KitDialogProps) {
  const { kit: texts } = useTexts(vaultTexts);
  const { cancel } = useTexts(uiTexts);
  const open = useCommand('vault.openRecoveryKit');
  const toast = useToast();
  const [passphrase, setPassphrase] = useState('');
  const submit = () => {
    void open.run({ passphrase }).then((result) => {
      if (!result.ok || result.value.kind === 'cancelled') return;
      const { vault } = result.value;
      const isInKeychain = vault.kind === 'unlocked' && vault.holder === 'keychain';
      toast.show({
        tone: 'good',
        title: texts.opened,
        description: isInKeychain ? texts.backInKeychain : texts.passphraseHolds,
      });
      onClose();
      onDone?.();
    });
  };
  return (
    <Dialog
      title={texts.openTitle}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{cancel}</Button>
          <Button variant="primary" type="submit" isPending={open.isPending}>
            {texts.choose}
          </Button>
        </>
      }
    >
      <PassphraseField
        label={texts.passphrase}
        autoFocus
        value={passphrase}
        onChange={(text) => {
          setPassphrase(text);
          open.clearError();
        }}
      />
      {open.error !== null && <ErrorNote error={open.error} />}
    </Dialog>
  );
}
