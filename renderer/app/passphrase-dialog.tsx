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

interface PassphraseDialogProps {
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Makes a passphrase the holder of the master key. */
export function UsePassphraseDialog({ onClose, onDone }: PassphraseDialogProps) {
  const texts = useTexts(vaultTexts).use;
  const command = useCommand('vault.usePassphrase');
  const toast = useToast();
  const [entered, setEntered] = useState(EMPTY_PASSPHRASE);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const submit = () => {
    setIsSubmitted(true);
    if (!isGood(entered)) return;
    void command.run({ passphrase: entered.passphrase }).then((result) => {
      if (!result.ok) return;
      toast.show({ tone: 'good', title: texts.done });
      onClose();
      onDone?.();
    });
  };
  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      onSubmit={submit}
      footer={<Footer label={texts.action} isPending={command.isPending} onClose={onClose} />}
    >
      <p className={styles.text}>{texts.explanation}</p>
      <NewPassphraseFields entered={entered} onChange={setEntered} isSubmitted={isSubmitted} autoFocus />
      {command.error !== null && <ErrorNote error={command.error} />}
    </Dialog>
  );
}

export function ChangePassphraseDialog({ onClose }: PassphraseDialogProps) {
  const texts = useTexts(vaultTexts).change;
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
      toast.show({ tone: 'good', title: texts.done });
      onClose();
    });
  };
  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      onSubmit={submit}
      footer={<Footer label={texts.action} isPending={command.isPending} onClose={onClose} />}
    >
      <PassphraseField
        label={texts.present}
        autoFocus
        value={current}
        onChange={(text) => {
          setCurrent(text);
          command.clearError();
        }}
      />
      <NewPassphraseFields
        label={texts.next}
        entered={entered}
        onChange={setEntered}
        isSubmitted={isSubmitted}
      />
      <p className={styles.text}>{texts.explanation}</p>
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
  const texts = useTexts(uiTexts);
  return (
    <>
      <Button onPress={onClose}>{texts.cancel}</Button>
      <Button variant="primary" type="submit" isPending={isPending}>
        {label}
      </Button>
    </>
  );
}
