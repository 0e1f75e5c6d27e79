import { formatDuration } from './measures.ts';
import styles from './time-split.module.css';
import type { TimeSegment } from './timeline-model.ts';

interface TimeSplitProps {
  readonly segments: readonly TimeSegment[];
  /** Milliseconds. */
  readonly total: number;
}

/** Where the time of a hop went: a bar, and the same in numbers. */
export function TimeSplit({ segments, total }: TimeSplitProps) {
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
        {segments.map(({ phase, label, milliseconds }) => (
          <div key={phase} className={styles.number}>
            <span className={styles.dot} data-phase={phase} aria-hidden="true" />
            <dt>{label}</dt>
            <dd>{formatDuration(milliseconds)}</dd>
          </div>
        ))}
        <div className={styles.number}>
          <dt>Total</dt>
          <dd className={styles.total}>{formatDuration(total)}</dd>
        </div>
      </dl>
    </div>
  );
}
