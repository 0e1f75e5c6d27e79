import { formatDateTime, formatRemaining } from '../../ui/format-time.ts';
import styles from './cell.module.css';
import type { KeyRow } from './key-rows.ts';
import { TimeText } from './time-text.tsx';

interface ExpiresCellProps {
  readonly row: KeyRow;
  /** Epoch milliseconds. */
  readonly now: number;
}

export function ExpiresCell({ row: { apiKey, status }, now }: ExpiresCellProps) {
  const { expiresAt } = apiKey;
  if (expiresAt === null) {
    return status === 'expired' ? (
      <span className={styles.second} data-tone="danger">
        Expired
      </span>
    ) : (
      <span className={styles.none}>Never</span>
    );
  }
  return (
    <span className={styles.lines} title={formatDateTime(expiresAt)}>
      <TimeText at={expiresAt} now={now} kind="date" />
      {status === 'expiring' && (
        <span className={styles.second} data-tone="warn">
          {formatRemaining(expiresAt, now)}
        </span>
      )}
    </span>
  );
}
