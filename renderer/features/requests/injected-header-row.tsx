import { Lock, LockOpen, ShieldOff } from 'lucide-react';
import type { SigningDecision } from '../../../shared/domain/signing-decision.ts';
import styles from './injected-header-row.module.css';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';

interface InjectedHeaderRowProps {
  /** `null` while the address is not complete enough to decide. */
  readonly signing: SigningDecision | null;
}

/** The header that Keyfob adds by itself: the key's mask, or why there is none. It cannot be changed here. */
export function InjectedHeaderRow({ signing }: InjectedHeaderRowProps) {
  const texts = useTexts(requestsTexts);
  const wordsOf = useErrorWords();
  if (signing === null) return null;
  const words = signing.kind === 'sent' ? null : wordsOf(signing);
  const Icon = signing.kind === 'sent' ? Lock : signing.kind === 'withheld' ? ShieldOff : LockOpen;
  return (
    <tr className={styles.row} data-kind={signing.kind}>
      <td className={styles.icon}>
        <Icon role="img" aria-label={signing.kind === 'sent' ? texts.injected.locked : texts.injected.none} />
      </td>
      {signing.kind === 'unsigned' ? (
        <td colSpan={3} className={styles.cell}>
          <span className={styles.text}>{texts.injected.noneNote(words?.message ?? '')}</span>
        </td>
      ) : (
        <>
          <td className={styles.cell}>
            <span className={styles.name}>{signing.headerName}</span>
          </td>
          <td colSpan={2} className={styles.cell}>
            {signing.kind === 'sent' ? (
              <>
                <span className={styles.mask}>{signing.mask}</span>
                <bdi className={styles.keyName} dir="auto">
                  {signing.apiKeyName}
                </bdi>
              </>
            ) : (
              <span className={styles.text}>
                <strong>{texts.injected.withheld}</strong> (<bdi dir="auto">{signing.apiKeyName}</bdi>{' '}
                {signing.mask}): {words?.message} {words?.remedy}
              </span>
            )}
          </td>
        </>
      )}
    </tr>
  );
}
