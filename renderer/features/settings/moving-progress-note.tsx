import { useState } from 'react';
import type { MovingProgress } from '../../../shared/domain/moving.ts';
import { movingTexts } from '../../../shared/texts/en/moving.ts';
import { useBridgeEvent } from '../../bridge/use-bridge-event.ts';
import { useTexts } from '../../language/speech-context.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './moving.module.css';

/** How far the export or the restoring is that runs. Its room is kept, so that nothing below it moves. */
export function MovingProgressNote() {
  const texts = useTexts(movingTexts);
  const [progress, setProgress] = useState<MovingProgress | null>(null);
  useBridgeEvent('moving.progressed', setProgress);
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  return (
    <div className={styles.progress}>
      <ProgressBar label={texts.progress} share={share} />
      <span className={styles.origins}>
        {progress === null ? '' : texts.progressText(progress.done, progress.total)}
      </span>
    </div>
  );
}
