import type { CollectionSummary } from '../../../../shared/domain/collection.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import styles from '../details/details-dialog.module.css';

interface UnreadableDialogProps {
  readonly summary: CollectionSummary;
  readonly onShowFile: () => void;
  readonly onClose: () => void;
}

/** Why a file of the folder is no collection. Its row in the tree is too narrow for that. */
export function UnreadableDialog({ summary, onShowFile, onClose }: UnreadableDialogProps) {
  return (
    <Dialog
      title={`“${summary.name}” cannot be read`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onShowFile}>Show in file manager</Button>
          <Button variant="primary" onPress={onClose} autoFocus>
            Close
          </Button>
        </>
      }
    >
      <p className={styles.text}>{summary.problem}</p>
      <p>
        <bdi>{summary.fileName}</bdi> is left as it is. When it is mended, it is read again by itself.
      </p>
    </Dialog>
  );
}
