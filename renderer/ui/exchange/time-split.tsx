import styles from './time-split.module.css';
import type { TimeSegment } from './timeline-model.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';

interface TimeSplitProps {
  readonly segments: readonly TimeSegment[];
  /** Milliseconds. */
  readonly total: number;
}

/** Where the time of a hop went: a bar, and the same in numbers. */
export function TimeSplit({ segments, total }: TimeSplitProps) {
  const texts = useTexts(exchangeTexts);
  const formats = useFormats();
  return (
    <div className={styles.split}>
      <div className={styles.bar} aria-hidden="true">
        {segments.map(({ phase, percent }) => (
          <span
            key={phase}
            className={styles.segment}
            data-phase={phase}
            style={{ inlineSize: `${String(percent)}%` }}
          />
        ))}
      </div>
      <dl className={styles.numbers}>
        {segments.map(({ phase, milliseconds }) => (
          <div key={phase} className={styles.number}>
            <span className={styles.dot} data-phase={phase} aria-hidden="true" />
            <dt>{texts.phases[phase]}</dt>
            <dd>{formats.duration(milliseconds)}</dd>
          </div>
        ))}
        <div className={styles.number}>
          <dt>{texts.timeline.total}</dt>
          <dd className={styles.total}>{formats.duration(total)}</dd>
        </div>
      </dl>
    </div>
  );
}
