import type { ScanProgress, ScanTarget } from '../../../shared/domain/exposed-scan.ts';
import { Button } from '../../ui/button.tsx';
import { formatBytes } from '../../ui/exchange/measures.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { countText } from './scan-text.ts';
import styles from './scan-progress-note.module.css';

interface ScanProgressNoteProps {
  readonly target: ScanTarget;
  readonly progress: ScanProgress;
  readonly onCancel: () => void;
}

/** How far the scan is. */
export function ScanProgressNote({ target, progress, onCancel }: ScanProgressNoteProps) {
  const { phase, files, bytes, totalFiles, totalBytes, current, found } = progress;
  const share = phase === 'counting' || totalBytes === 0 ? null : bytes / totalBytes;
  return (
    <section className={styles.card} aria-label="Scan">
      <div className={styles.head}>
        <p className={styles.title}>
          {phase === 'counting' ? 'Counting the files of ' : 'Looking for your keys in '}
          <bdi className={styles.path}>{target.path}</bdi>
        </p>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
      <ProgressBar label="Scan" share={share} />
      <p className={styles.numbers}>
        {phase === 'counting'
          ? countText(totalFiles, 'file')
          : `${files.toLocaleString()} of ${countText(totalFiles, 'file')}, ${formatBytes(bytes)} of ${formatBytes(totalBytes)}`}
      </p>
      <p className={styles.current} dir="auto">
        {current}
      </p>
      <p className={styles.found} role="status">
        {found === 0 ? 'Nothing found so far' : `Found in ${countText(found, 'place')} so far`}
      </p>
    </section>
  );
}
