import { useState } from 'react';
import { useCommand } from '../bridge/use-command.ts';
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
        title: `${result.value.fileName} is saved, and was opened to test it.`,
        description: 'Keep it apart from this computer.',
      });
      onClose();
      onDone?.();
    });
  };
  return (
    <Dialog
      title="Save a recovery kit"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={save.isPending}>
            Save…
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        When your keychain is lost or broken, the kit and its passphrase open the keys in your ledger again.
        It is one small file, and worth nothing without the passphrase: write that down, apart from the file.
      </p>
      <NewPassphraseFields
        label="Passphrase of the kit"
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
        title: 'Your keys open again.',
        description: isInKeychain
          ? 'The master key is back in your keychain.'
          : 'The kit’s passphrase holds the master key now: Keyfob asks for it at each start.',
      });
      onClose();
      onDone?.();
    });
  };
  return (
    <Dialog
      title="Open a recovery kit"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={open.isPending}>
            Choose the file…
          </Button>
        </>
      }
    >
      <PassphraseField
        label="Passphrase of the kit"
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
