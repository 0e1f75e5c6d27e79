import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface CloseDialogProps {
  readonly title: string;
  /** How many more are asked about after this one. */
  readonly moreCount: number;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** Asks before a tab is closed whose changes are saved nowhere. */
export function CloseDialog({ title, moreCount, onSave, onDiscard, onClose }: CloseDialogProps) {
  const texts = useTexts(collectionsTexts);
  return (
    <Dialog
      role="alertdialog"
      title={texts.closing.question(title)}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="danger" onPress={onDiscard}>
            {texts.closing.discard}
          </Button>
          <Button variant="primary" onPress={onSave} autoFocus>
            {texts.common.save}
          </Button>
        </>
      }
    >
      <p>{texts.closing.text}</p>
      {moreCount > 0 && <p>{texts.closing.more(moreCount)}</p>}
    </Dialog>
  );
}
