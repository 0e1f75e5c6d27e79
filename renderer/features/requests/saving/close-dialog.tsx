import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

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
  return (
    <Dialog
      role="alertdialog"
      title={`Save changes to “${title}”?`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="danger" onPress={onDiscard}>
            Don’t save
          </Button>
          <Button variant="primary" onPress={onSave} autoFocus>
            Save
          </Button>
        </>
      }
    >
      <p>What you changed is lost when it is closed without being saved.</p>
      {moreCount > 0 && (
        <p>{moreCount === 1 ? 'One more request is' : `${String(moreCount)} more requests are`} not saved.</p>
      )}
    </Dialog>
  );
}
