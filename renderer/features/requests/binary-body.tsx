import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { FileField, type FileGoal, useChooseFile } from './body-files.tsx';
import styles from './body-files.module.css';

interface BinaryBodyProps {
  /** Empty: none was chosen. */
  readonly path: string;
  readonly goal: FileGoal;
  readonly onChange: (path: string) => void;
}

/** One file that is the whole body. */
export function BinaryBody({ path, goal, onChange }: BinaryBodyProps) {
  const choose = useChooseFile(goal);
  const described = useCommandQuery(
    'files.describe',
    { collectionId: goal.collectionId, paths: [path] },
    { isEnabled: path !== '' },
  );
  return (
    <div className={styles.binary}>
      <FileField
        which="the body"
        path={path}
        file={described.kind === 'loaded' ? (described.value[0] ?? null) : null}
        onChoose={() => {
          choose((file) => {
            onChange(file.path);
          });
        }}
      />
      <p className={styles.note}>
        Read from the disk while it is sent, of any size. Its content type is that of its name, unless a
        header says another.
      </p>
    </div>
  );
}
