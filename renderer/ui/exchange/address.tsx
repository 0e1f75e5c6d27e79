import styles from './address.module.css';
import { addressParts } from './timeline-model.ts';

interface AddressProps {
  readonly url: string;
  /** For lists: leaves out the scheme that is as it should be. */
  readonly hidesHttps?: boolean;
}

/** An address whose host stands out: where a request went is what matters about its key. */
export function Address({ url, hidesHttps = false }: AddressProps) {
  const parts = addressParts(url);
  if (parts === null) return <span className={styles.address}>{url}</span>;
  return (
    <span className={styles.address}>
      {hidesHttps && parts.scheme === 'https://' ? '' : parts.scheme}
      <span className={styles.host}>{parts.host}</span>
      {parts.rest}
    </span>
  );
}
