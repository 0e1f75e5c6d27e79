import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { FileField, type FileGoal, useChooseFile } from './body-files.tsx';
import styles from './body-files.module.css';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useTexts } from '../../language/speech-context.ts';

interface BinaryBodyProps {
  /** Empty: none was chosen. */
  readonly path: string;
  readonly goal: FileGoal;
  readonly onChange: (path: string) => void;
}

/** One file that is the whole body. */
export function BinaryBody({ path, goal, onChange }: BinaryBodyProps) {
  const texts = useTexts(requestsTexts);
  const choose = useChooseFile(goal);
  const described = useCommandQuery(
    'files.describe',
    { collectionId: goal.collectionId, paths: [path] },
    { isEnabled: path !== '' },
  );
  return (
    <div className={styles.binary}>
      <FileField
        which={texts.files.theBody}
        path={path}
        collectionId={goal.collectionId}
        file={described.kind === 'loaded' ? (described.value[0] ?? null) : null}
        onChoose={() => {
          choose((file) => {
            onChange(file.path);
          });
        }}
      />
      <p className={styles.note}>{texts.files.binaryNote}</p>
    </div>
  );
}
