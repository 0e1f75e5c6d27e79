import { useState } from 'react';
import { NewPassphraseFields } from '../../app/new-passphrase-fields.tsx';
import { EMPTY_PASSPHRASE, isGood } from '../../app/new-passphrase.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './moving.module.css';

type Values = 'with' | 'without';

const OPTIONS = [
  {
    id: 'with',
    label: 'With their values, under a passphrase',
    description: 'To use the keys on another computer. Without the passphrase nobody can open the file.',
  },
  {
    id: 'without',
    label: 'Without values',
    description:
      'A list of names, services and dates that anybody can read. Keys cannot be restored from it.',
  },
] as const;

interface ExportDialogProps {
  readonly canExportValues: boolean;
  readonly onClose: () => void;
}

/** Writes keys and services into one file. */
export function ExportDialog({ canExportValues, onClose }: ExportDialogProps) {
  const [values, setValues] = useState<Values>(canExportValues ? 'with' : 'without');
  const [entered, setEntered] = useState(EMPTY_PASSPHRASE);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const write = useCommand('moving.export');
  const toast = useToast();
  const submit = () => {
    setIsSubmitted(true);
    if (values === 'with' && !isGood(entered)) return;
    void write.run({ passphrase: values === 'with' ? entered.passphrase : null }).then((result) => {
      if (!result.ok || result.value.kind === 'cancelled') return;
      const { fileName, keys, without } = result.value;
      toast.show({
        tone: without === 0 ? 'good' : 'error',
        title: `${countOf(keys)} exported to ${fileName}.`,
        ...(without === 0
          ? {}
          : { description: `The values of ${countOf(without)} did not open and are not in it.` }),
      });
      onClose();
    });
  };
  return (
    <Dialog
      title="Export keys and services"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={write.isPending}>
            Export…
          </Button>
        </>
      }
    >
      <RadioGroup label="What is exported" options={OPTIONS} value={values} onChange={setValues} />
      {values === 'with' && (
        <NewPassphraseFields
          label="Passphrase of the file"
          entered={entered}
          onChange={setEntered}
          isSubmitted={isSubmitted}
          autoFocus={false}
        />
      )}
      <p className={styles.note}>
        Not in it: keys of other team members, access keys, history and activity, and origins that were
        allowed for one key alone.
      </p>
      {write.error !== null && <ErrorNote error={write.error} />}
    </Dialog>
  );
}

export function countOf(keys: number): string {
  return keys === 1 ? '1 key' : `${keys.toLocaleString()} keys`;
}
