import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { formatDateTime, formatRemaining } from '../../ui/format-time.ts';
import styles from './cell.module.css';

interface KeyCellProps {
  readonly apiKey: ApiKey;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The mask, and for how long the key before the last regeneration still works. */
export function KeyCell({ apiKey, now }: KeyCellProps) {
  const { mask, graceEndsAt } = apiKey;
  return (
    <span className={styles.lines}>
      <span className={`${styles.first ?? ''} ${styles.mask ?? ''}`} translate="no">
        {mask}
      </span>
      {graceEndsAt !== null && graceEndsAt > now && (
        <span
          className={styles.second}
          data-tone="warn"
          title={`The old key works until ${formatDateTime(graceEndsAt)}`}
        >
          Old key ends {formatRemaining(graceEndsAt, now)}
        </span>
      )}
    </span>
  );
}
