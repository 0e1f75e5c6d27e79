import type { Hop } from '../../../shared/domain/exchange.ts';
import { TimelineHop } from './timeline-hop.tsx';
import { timelineRows } from './timeline-model.ts';
import styles from './timeline.module.css';

/** Every hop of an exchange, in order. */
export function Timeline({ hops }: { readonly hops: readonly Hop[] }) {
  if (hops.length === 0) return <p className={styles.empty}>There is no hop to show.</p>;
  return (
    <ol className={styles.timeline} aria-label="Hops">
      {timelineRows(hops).map((row) => (
        <TimelineHop key={row.number} row={row} />
      ))}
    </ol>
  );
}
