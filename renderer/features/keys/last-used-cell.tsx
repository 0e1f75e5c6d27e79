import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { useTexts } from '../../language/speech-context.ts';
import styles from './cell.module.css';
import { TimeText } from './time-text.tsx';

interface LastUsedCellProps {
  readonly lastUsed: ApiKey['lastUsed'];
  /** Epoch milliseconds. */
  readonly now: number;
}

export function LastUsedCell({ lastUsed, now }: LastUsedCellProps) {
  const texts = useTexts(keysTexts);
  if (lastUsed === null) return <span className={styles.none}>{texts.never}</span>;
  const place = lastUsed.origin.replace(/^https?:\/\//, '');
  return (
    <span className={styles.lines} title={texts.usedAt(lastUsed.at, lastUsed.origin)}>
      <TimeText at={lastUsed.at} now={now} kind="relative" />
      <span className={styles.second}>{place}</span>
    </span>
  );
}
