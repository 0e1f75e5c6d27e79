import { isInGrace, type ApiKey } from '../../../shared/domain/api-key.ts';
import { formatDateTime, formatRemaining } from '../../ui/format-time.ts';
import styles from './cell.module.css';

interface KeyCellProps {
  readonly apiKey: ApiKey;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The present value's mask, and what has become of the value before it while that still works or is still kept. */
export function KeyCell({ apiKey, now }: KeyCellProps) {
  const old = oldState(apiKey, now);
  return (
    <span className={styles.lines}>
      <span className={`${styles.first ?? ''} ${styles.mask ?? ''}`} translate="no">
        {apiKey.mask}
      </span>
      {old !== null && (
        <span className={styles.second} data-tone="warn" title={old.title}>
          {old.text}
        </span>
      )}
    </span>
  );
}

function oldState(apiKey: ApiKey, now: number): { readonly text: string; readonly title: string } | null {
  const { graceEndsAt, hasOldSecret } = apiKey;
  const old = `Old ${lastFour(apiKey.previousMask)}`;
  if (isInGrace(apiKey, now) && graceEndsAt !== null) {
    const title = `The old key ${lastFour(apiKey.previousMask)} works until ${formatDateTime(graceEndsAt)}`;
    return { text: `${old} ends ${formatRemaining(graceEndsAt, now)}`, title };
  }
  if (!hasOldSecret) return null;
  return { text: `${old} is kept`, title: 'The old key is kept sealed until you say that it is gone' };
}

/** "key …wxyz": a short secret's mask is dots alone and has no last four to show. */
function lastFour(mask: string | null): string {
  const shown = mask?.slice(-4) ?? '•';
  return shown.includes('•') ? 'key' : `…${shown}`;
}
