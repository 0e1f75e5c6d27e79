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

interface PassphraseDialogProps {
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Makes a passphrase the holder of the master key. */
export function UsePassphraseDialog({ onClose, onDone }: PassphraseDialogProps) {
  const command = useCommand('vault.usePassphrase');
  const toast = useToast();
  const [entered, setEntered] = useState(EMPTY_PASSPHRASE);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const submit = () => {
    setIsSubmitted(true);
    if (!isGood(entered)) return;
    void command.run({ passphrase: entered.passphrase }).then((result) => {
      if (!result.ok) return;
      toast.show({ tone: 'good', title: 'A passphrase opens your keys from now on.' });
      onClose();
      onDone?.();
    });
  };
  return (
    <Dialog
      title="Use a passphrase"
      onClose={onClose}
      onSubmit={submit}
      footer={<Footer label="Use it" isPending={command.isPending} onClose={onClose} />}
    >
      <p className={styles.text}>
        The key that seals all others is wrapped under the passphrase and taken out of your system’s keychain.
        Keyfob asks for the passphrase at each start and after it was locked. Without it, only a recovery kit
        opens your keys.
      </p>
      <NewPassphraseFields entered={entered} onChange={setEntered} isSubmitted={isSubmitted} autoFocus />
      {command.error !== null && <ErrorNote error={command.error} />}
    </Dialog>
  );
}

export function ChangePassphraseDialog({ onClose }: PassphraseDialogProps) {
  const command = useCommand('vault.changePassphrase');
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [entered, setEntered] = useState(EMPTY_PASSPHRASE);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const submit = () => {
    setIsSubmitted(true);
    if (!isGood(entered)) return;
    void command.run({ current, next: entered.passphrase }).then((result) => {
      if (!result.ok) return;
      toast.show({ tone: 'good', title: 'The passphrase is changed.' });
      onClose();
    });
  };
  return (
    <Dialog
      title="Change passphrase"
      onClose={onClose}
      onSubmit={submit}
      footer={<Footer label="Change it" isPending={command.isPending} onClose={onClose} />}
    >
      <PassphraseField
        label="Present passphrase"
        autoFocus
        value={current}
        onChange={(text) => {
          setCurrent(text);
          command.clearError();
        }}
      />
      <NewPassphraseFields
        label="New passphrase"
        entered={entered}
        onChange={setEntered}
        isSubmitted={isSubmitted}
      />
      <p className={styles.text}>
        Backups and recovery kits made before open with the passphrase they were made with.
      </p>
      {command.error !== null && <ErrorNote error={command.error} />}
    </Dialog>
  );
}

interface FooterProps {
  readonly label: string;
  readonly isPending: boolean;
  readonly onClose: () => void;
}

function Footer({ label, isPending, onClose }: FooterProps) {
  return (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" type="submit" isPending={isPending}>
        {label}
      </Button>
    </>
  );
}
