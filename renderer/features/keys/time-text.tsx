import { assertNever } from '../../../shared/domain/assert-never.ts';
import { formatDate, formatDateTime, formatRelative } from '../../ui/format-time.ts';
import styles from './cell.module.css';

interface TimeTextProps {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly now: number;
  readonly kind: 'date' | 'relative';
}

/** A time in few words; the full one is its title. */
export function TimeText({ at, now, kind }: TimeTextProps) {
  return (
    <time className={styles.first} dateTime={new Date(at).toISOString()} title={formatDateTime(at)}>
      {shortText(at, now, kind)}
    </time>
  );
}

function shortText(at: number, now: number, kind: TimeTextProps['kind']): string {
  switch (kind) {
    case 'date':
      return formatDate(at);
    case 'relative':
      return formatRelative(at, now);
    default:
      return assertNever(kind);
  }
}
