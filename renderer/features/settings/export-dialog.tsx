import { useState } from 'react';
import { NewPassphraseFields } from '../../app/new-passphrase-fields.tsx';
import { EMPTY_PASSPHRASE, isGood } from '../../app/new-passphrase.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { MovingProgressNote } from './moving-progress-note.tsx';
import styles from './moving.module.css';
import { movingTexts } from '../../../shared/texts/en/moving.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useTexts } from '../../language/speech-context.ts';

type Values = 'with' | 'without';

interface ExportDialogProps {
  readonly canExportValues: boolean;
  readonly onClose: () => void;
}

/** Writes keys and services into one file. */
export function ExportDialog({ canExportValues, onClose }: ExportDialogProps) {
  const { exporting: texts, passphrase, export: exportLabel } = useTexts(movingTexts);
  const { cancel } = useTexts(uiTexts);
  const options = [
    { id: 'with' as const, label: texts.with, description: texts.withHint },
    { id: 'without' as const, label: texts.without, description: texts.withoutHint },
  ];
  const [values, setValues] = useState<Values>(canExportValues ? 'with' : 'without');
  const [entered, setEntered] = useState(EMPTY_PASSPHRASE);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const write = useCommand('moving.export');
  const cancelRun = useCommand('moving.cancel');
  const toast = useToast();
  const close = () => {
    if (write.isPending) void cancelRun.run({});
    onClose();
  };
  const submit = () => {
    setIsSubmitted(true);
    if (values === 'with' && !isGood(entered)) return;
    void write.run({ passphrase: values === 'with' ? entered.passphrase : null }).then((result) => {
      if (!result.ok || result.value.kind === 'cancelled') return;
      const { fileName, keys, without } = result.value;
      toast.show({
        tone: without === 0 ? 'good' : 'error',
        title: texts.done(keys, fileName),
        ...(without === 0 ? {} : { description: texts.unopened(without) }),
      });
      onClose();
    });
  };
  return (
    <Dialog
      title={texts.title}
      onClose={close}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={close}>{cancel}</Button>
          <Button variant="primary" type="submit" isPending={write.isPending}>
            {exportLabel}
          </Button>
        </>
      }
    >
      <RadioGroup label={texts.what} options={options} value={values} onChange={setValues} />
      {values === 'with' && (
        <NewPassphraseFields
          label={passphrase}
          entered={entered}
          onChange={setEntered}
          isSubmitted={isSubmitted}
          autoFocus={false}
        />
      )}
      <p className={styles.note}>{texts.notInIt}</p>
      {write.isPending && <MovingProgressNote />}
      {write.error !== null && <ErrorNote error={write.error} />}
    </Dialog>
  );
}
