import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import type { Formats } from '../../../shared/texts/formats.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
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
  const texts = useTexts(keysTexts);
  const formats = useFormats();
  const { expiresAt, expiresBy } = row.apiKey;
  if (expiresAt === null) {
    return row.status === 'expired' ? (
      <span className={styles.second} data-tone="danger">
        {texts.status.expired}
      </span>
    ) : (
      <span className={styles.none}>{texts.never}</span>
    );
  }
  const rule = expiresBy === null ? '' : texts.endRule(expiresBy);
  const details = detailsOf(row, now, { texts, formats });
  return (
    <span className={styles.lines} title={`${formats.dateTime(expiresAt)}: ${rule}`}>
      <TimeText at={expiresAt} now={now} kind="date" />
      {details !== '' && (
        <span className={styles.second} data-tone={row.status === 'expiring' ? 'warn' : undefined}>
          {details}
        </span>
      )}
    </span>
  );
}

function detailsOf(
  { apiKey: { expiresAt, expiresBy }, status }: KeyRow,
  now: number,
  { texts, formats }: { readonly texts: ShapeOf<typeof keysTexts>; readonly formats: Formats },
): string {
  const remaining = status === 'expiring' && expiresAt !== null ? [formats.remaining(expiresAt, now)] : [];
  const rule = expiresBy === null || expiresBy.kind === 'own' ? [] : [texts.endRule(expiresBy)];
  return [...remaining, ...rule].join(' · ');
}
