import type { ScanProgress, ScanTarget } from '../../../shared/domain/exposed-scan.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './scan-progress-note.module.css';
import { exposedTexts } from '../../../shared/texts/en/exposed.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

interface ScanProgressNoteProps {
  readonly target: ScanTarget;
  readonly progress: ScanProgress;
  readonly onCancel: () => void;
}

/** How far the scan is. */
export function ScanProgressNote({ target, progress, onCancel }: ScanProgressNoteProps) {
  const texts = useTexts(exposedTexts);
  const formats = useFormats();
  const { phase, files, bytes, totalFiles, totalBytes, current, found } = progress;
  const share = phase === 'counting' || totalBytes === 0 ? null : bytes / totalBytes;
  return (
    <section className={styles.card} aria-label={texts.progress.title}>
      <div className={styles.head}>
        <p className={styles.title}>
          {phase === 'counting' ? texts.progress.counting : texts.progress.looking}
          <bdi className={styles.path}>{target.path}</bdi>
        </p>
        <Button onPress={onCancel}>{texts.progress.cancel}</Button>
      </div>
      <ProgressBar label={texts.progress.title} share={share} />
      <p className={styles.numbers}>
        {phase === 'counting'
          ? texts.summary.files(totalFiles)
          : texts.progress.numbers({
              files,
              totalFiles,
              bytes: formats.bytes(bytes),
              totalBytes: formats.bytes(totalBytes),
            })}
      </p>
      <p className={styles.current} dir="auto">
        {current}
      </p>
      <p className={styles.found} role="status">
        {found === 0 ? texts.progress.nothing : texts.progress.found(found)}
      </p>
    </section>
  );
}
