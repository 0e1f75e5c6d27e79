import { Import } from 'lucide-react';
import { shellTexts } from '../../shared/texts/en/shell.ts';
import { useTexts } from '../language/speech-context.ts';
import styles from './drop-import.module.css';
import { useNavigation } from './navigation-context.ts';
import { useDropImport } from './use-drop-import.ts';

/** Over the whole window, while something that can be imported is dragged over it. The preload tells main what was dropped. */
export function DropImport() {
  const { go } = useNavigation();
  const { dropImport: texts } = useTexts(shellTexts);
  const isOver = useDropImport(() => {
    go('requests', { kind: 'import-dropped' });
  });
  if (!isOver) return null;
  return (
    // The preload looks for this attribute: what is dropped where the notice is not shown is none of an import's.
    <div className={styles.notice} data-drop-import="">
      <div className={styles.card}>
        <Import className={styles.icon} aria-hidden="true" />
        <p className={styles.title}>{texts.title}</p>
        <p className={styles.hint}>{texts.hint}</p>
      </div>
    </div>
  );
}
