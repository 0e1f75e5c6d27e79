import { assertNever } from '../../../shared/domain/assert-never.ts';
import { useFormats } from '../../language/speech-context.ts';
import type { Formats } from '../../../shared/texts/formats.ts';
import styles from './cell.module.css';

interface TimeTextProps {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly now: number;
  readonly kind: 'date' | 'relative';
}

/** A time in few words; the full one is its title. */
export function TimeText({ at, now, kind }: TimeTextProps) {
  const formats = useFormats();
  return (
    <time className={styles.first} dateTime={new Date(at).toISOString()} title={formats.dateTime(at)}>
      {shortText({ at, now, kind }, formats)}
    </time>
  );
}

function shortText({ at, now, kind }: TimeTextProps, formats: Formats): string {
  switch (kind) {
    case 'date':
      return formats.date(at);
    case 'relative':
      return formats.relative(at, now);
    default:
      return assertNever(kind);
  }
}
