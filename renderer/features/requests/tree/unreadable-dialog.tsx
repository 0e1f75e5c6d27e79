import type { CollectionSummary } from '../../../../shared/domain/collection.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import styles from '../details/details-dialog.module.css';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useErrorWords, useTexts } from '../../../language/speech-context.ts';

interface UnreadableDialogProps {
  readonly summary: CollectionSummary;
  readonly onShowFile: () => void;
  readonly onClose: () => void;
}

/** Why a file of the folder is no collection. Its row in the tree is too narrow for that. */
export function UnreadableDialog({ summary, onShowFile, onClose }: UnreadableDialogProps) {
  const texts = useTexts(collectionsTexts);
  const wordsOf = useErrorWords();
  return (
    <Dialog
      title={texts.unreadable.title(summary.name)}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onShowFile}>{texts.common.showFile}</Button>
          <Button variant="primary" onPress={onClose} autoFocus>
            {texts.common.close}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{summary.problem === null ? null : wordsOf(summary.problem).message}</p>
      <p>
        <bdi>{summary.fileName}</bdi> {texts.unreadable.text}
      </p>
    </Dialog>
  );
}
