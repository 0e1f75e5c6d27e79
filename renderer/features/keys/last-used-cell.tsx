import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { formatDateTime } from '../../ui/format-time.ts';
import styles from './cell.module.css';
import { TimeText } from './time-text.tsx';

interface LastUsedCellProps {
  readonly lastUsed: ApiKey['lastUsed'];
  /** Epoch milliseconds. */
  readonly now: number;
}

export function LastUsedCell({ lastUsed, now }: LastUsedCellProps) {
  if (lastUsed === null) return <span className={styles.none}>Never</span>;
  const place = lastUsed.origin.replace(/^https?:\/\//, '');
  return (
    <span className={styles.lines} title={`${formatDateTime(lastUsed.at)}, to ${lastUsed.origin}`}>
      <TimeText at={lastUsed.at} now={now} kind="relative" />
      <span className={styles.second}>{place}</span>
    </span>
  );
}
