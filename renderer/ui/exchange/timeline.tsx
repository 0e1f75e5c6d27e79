import type { Hop } from '../../../shared/domain/exchange.ts';
import { TimelineHop } from './timeline-hop.tsx';
import { timelineRows } from './timeline-model.ts';
import styles from './timeline.module.css';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

/** Every hop of an exchange, in order. */
export function Timeline({ hops }: { readonly hops: readonly Hop[] }) {
  const texts = useTexts(exchangeTexts);
  if (hops.length === 0) return <p className={styles.empty}>{texts.timeline.none}</p>;
  return (
    <ol className={styles.timeline} aria-label={texts.timeline.hops}>
      {timelineRows(hops).map((row) => (
        <TimelineHop key={row.number} row={row} />
      ))}
    </ol>
  );
}
