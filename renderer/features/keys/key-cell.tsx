import { isInGrace, type ApiKey } from '../../../shared/domain/api-key.ts';
import { formatDateTime, formatRemaining } from '../../ui/format-time.ts';
import styles from './cell.module.css';

interface KeyCellProps {
  readonly apiKey: ApiKey;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The mask; that its service refused it; and for how long the key before the last regeneration still works. */
export function KeyCell({ apiKey, now }: KeyCellProps) {
  return (
    <span className={styles.lines}>
      <span
        className={`${styles.first ?? ''} ${styles.mask ?? ''}`}
        translate="no"
        title={verificationTitle(apiKey)}
      >
        {apiKey.mask}
      </span>
      <SecondLine apiKey={apiKey} now={now} />
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

function SecondLine({ apiKey, now }: KeyCellProps) {
  if (apiKey.verification?.outcome === 'refused') {
    return (
      <span className={styles.second} data-tone="danger">
        Not accepted by its service
      </span>
    );
  }
  const old = oldState(apiKey, now);
  if (old === null) return null;
  return (
    <span className={styles.second} data-tone="warn" title={old.title}>
      {old.text}
    </span>
  );
}

function verificationTitle({ verification }: ApiKey): string | undefined {
  if (verification === null) return undefined;
  const at = formatDateTime(verification.at);
  if (verification.outcome === 'refused') return `Not accepted on ${at}`;
  const { account } = verification;
  if (account === null) return `Accepted on ${at}`;
  const owner = [account.name || account.username || account.email, account.teamName].filter(
    (text) => text !== '',
  );
  return `Accepted on ${at} as ${owner.join(', ')}`;
}
