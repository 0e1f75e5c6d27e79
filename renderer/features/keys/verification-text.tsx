import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { isVerifiable, type Service } from '../../../shared/domain/service.ts';
import { formatDateTime } from '../../ui/format-time.ts';
import { AccountText } from './account-text.tsx';
import styles from './dialog-text.module.css';

interface VerificationTextProps {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
}

/** What the service said when it was last asked, and when that was. */
export function VerificationText({ apiKey: { verification }, service }: VerificationTextProps) {
  const name = service?.name ?? 'Its service';
  if (verification === null) return <p className={styles.text}>{neverAsked(service)}</p>;
  const at = formatDateTime(verification.at);
  if (verification.outcome === 'refused') {
    return (
      <p className={styles.text}>
        {name} did not accept this key on {at}. Check it at the service; it may be revoked or expired there.
      </p>
    );
  }
  return (
    <>
      <p className={styles.text}>
        {name} accepted this key on {at}.
      </p>
      <AccountText account={verification.account} />
    </>
  );
}

function neverAsked(service: Service | null): string {
  return service !== null && isVerifiable(service)
    ? 'Its service was never asked about it. “Verify now” in the row’s menu does that.'
    : 'Its service has no check URL, so nothing is known about it.';
}
