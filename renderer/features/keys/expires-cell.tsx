import { endRuleText } from '../../../shared/domain/key-policy.ts';
import { formatDateTime, formatRemaining } from '../../ui/format-time.ts';
import styles from './cell.module.css';
import type { KeyRow } from './key-rows.ts';
import { TimeText } from './time-text.tsx';

interface ExpiresCellProps {
  readonly row: KeyRow;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** When the key ends, and which rule ends it unless that is its own expiration. */
export function ExpiresCell({ row, now }: ExpiresCellProps) {
  const { expiresAt, expiresBy } = row.apiKey;
  if (expiresAt === null) {
    return row.status === 'expired' ? (
      <span className={styles.second} data-tone="danger">
        Expired
      </span>
    ) : (
      <span className={styles.none}>Never</span>
    );
  }
  const rule = expiresBy === null ? '' : endRuleText(expiresBy);
  const details = detailsOf(row, now);
  return (
    <span className={styles.lines} title={`${formatDateTime(expiresAt)}: ${rule}`}>
      <TimeText at={expiresAt} now={now} kind="date" />
      {details !== '' && (
        <span className={styles.second} data-tone={row.status === 'expiring' ? 'warn' : undefined}>
          {details}
        </span>
      )}
    </span>
  );
}

function detailsOf({ apiKey: { expiresAt, expiresBy }, status }: KeyRow, now: number): string {
  const remaining = status === 'expiring' && expiresAt !== null ? [formatRemaining(expiresAt, now)] : [];
  const rule = expiresBy === null || expiresBy.kind === 'own' ? [] : [endRuleText(expiresBy)];
  return [...remaining, ...rule].join(' · ');
}
